import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type INodePropertyOptions,
	type INodeType,
} from 'n8n-workflow';
import ts from 'typescript';
import { CARRIER_IDS, CARRIERS } from '../lib/carriers';
import { type Carrier } from '../lib/carriers/carrier';
import { ANSWERED } from '../lib/domain/choose-answer';
import { type RewardKind } from '../lib/domain/codes/offer';
import { ALPHABETS } from '../lib/domain/codes/pattern';
import { OPT_IN_TEXTS, PROOFS } from '../lib/domain/consent/compose-opt-in';
import { ASKED_PURPOSES, CONSENT_PURPOSES, CONSENT_STATUSES } from '../lib/domain/consent/consent';
import { REQUEST_PURPOSES } from '../lib/domain/consent/purpose';
import { TEXTED_STAGES } from '../lib/domain/stages';
import { ANSWER_NAMES } from '../lib/domain/texts/texts';
import { SHOP_IDS, shopById } from '../lib/shops';
import { type CodeShop } from '../lib/shops/shop';
import { SOURCES } from '../lib/sources';
import { SOURCE_CREDENTIAL } from '../lib/sources/webhooks';
import { credentialClass as credentialClassOf } from '../nodes/shared/authorise';
import { codeShopField } from '../nodes/shared/code-shop-field';
import { fieldsOf, loadCredentials, loadNodes } from './support/descriptions';
import {
	filesIn,
	importsOf,
	namesIn,
	nodesOf,
	read,
	readJson,
	ROOT,
	tableRows,
	wordsOfUnion,
} from './support/source-files';

interface PackageJson {
	readonly name: string;
	readonly n8n: { readonly nodes: readonly string[]; readonly credentials: readonly string[] };
}
const PACKAGE = readJson<PackageJson>('package.json');

/** What lies beside the adapters: contracts, registries, and what several adapters share. */
const NO_CARRIERS = ['carrier', 'index'];
const NO_SOURCES = ['consent-flags', 'generic', 'index', 'mapped', 'read', 'source', 'unwrap', 'normalised'];
const NO_SHOPS = ['index', 'shop'];
/** The operator's own shop: its credential belongs to no carrier, and to no shop that codes are published to. */
const SHOP_CREDENTIAL = 'CommerceSmsShopApi';

const without = (names: readonly string[], others: readonly string[]) => names.filter((name) => !others.includes(name));
const missing = (paths: readonly string[]) => paths.filter((path) => !existsSync(join(ROOT, path)));
const shops = SHOP_IDS.map((id) => shopById(id) as CodeShop);
const credentialClass = ({ credential }: Pick<Carrier, 'credential'>) => credential.replace(/^c/, 'C');

describe('a carrier is there as a whole', () => {
	const carriers = CARRIERS;
	let adapters: Carrier[];
	beforeAll(async () => {
		adapters = await Promise.all(CARRIERS.map(({ load }) => load()));
	});
	const files = without(namesIn('lib/carriers'), NO_CARRIERS);

	test('the registry names every carrier file by its id, and no other', () => {
		expect([...CARRIER_IDS].sort()).toEqual(files);
		expect(adapters.map(({ id, name, credential }) => ({ id, name, credential }))).toEqual(
			CARRIERS.map(({ id, name, credential }) => ({ id, name, credential })),
		);
	});

	test('each has one line in the registry, and nothing else of the package names it', () => {
		for (const { id, credential } of CARRIERS) {
			const lines = read('lib/carriers/index.ts').split('\n');
			const line = lines.filter((text) => text.startsWith(`\t{ id: '${id}', name: `));
			expect([id, line.length, line[0]?.includes(`await import('./${id}')`)]).toEqual([id, 1, true]);
			const named = new RegExp(`\\b${credential}\\b|/carriers/${id}'`, 'i');
			const others = ['nodes', 'lib/flows', 'lib/ledger', 'lib/domain'].flatMap((folder) => filesIn(folder, '.ts'));
			expect([id, others.filter((path) => named.test(read(path)))]).toEqual([id, []]);
		}
	});

	test('its line says so where a secret in the URL proves its webhooks, for every account or for some', () => {
		expect(CARRIERS.filter(({ secretUrl }) => secretUrl).map(({ id }) => id)).toEqual(
			adapters.filter(({ proofBy, capabilities }) => proofBy || !capabilities.signsWebhooks).map(({ id }) => id),
		);
	});

	test('its line says so where it sends pictures, and where it takes India’s registration', () => {
		const canDo = ({ id, mms = false, dlt = false }: { id: string; mms?: boolean; dlt?: boolean }) => ({ id, mms, dlt });
		expect(CARRIERS.map(canDo)).toEqual(adapters.map(({ id, capabilities }) => canDo({ id, ...capabilities })));
	});

	test('each has its contract test, fixtures and page in the docs', () => {
		const needed = adapters.flatMap(({ id, inbound }) => [
			`test/carriers/${id}.test.ts`,
			`test/carriers/fixtures/${id}`,
			...(inbound ? [`test/carriers/${id}-inbound.test.ts`] : []),
			`docs/carriers/${id}.md`,
		]);
		expect(missing(needed)).toEqual([]);
		for (const id of CARRIER_IDS) {
			const source = read(`test/carriers/${id}.test.ts`);
			const [, adapter = ''] = /^carrierContract\(\{\n\tcarrier: (\w+),/m.exec(source) ?? [];
			expect(source).toMatch(new RegExp(`import \\{.*\\b${adapter}\\b.*\\} from '../../lib/carriers/${id}'`));
		}
	});

	test('each that has no twin in the sandbox is judged by the vendor’s own code, or by recorded requests', () => {
		const twins = namesIn('sandbox/carriers');
		for (const id of CARRIER_IDS.filter((name) => !twins.includes(name))) {
			expect([id, read(`test/carriers/${id}.test.ts`)]).toEqual([
				id,
				expect.stringMatching(/from '(?!\.|node:|fast-check|n8n-workflow)[\w@/-]+'/),
			]);
		}
	});

	test('each twin, test and page belongs to a carrier', () => {
		// twilio-wire.ts is a part of Twilio's twin
		const strangers = (names: readonly string[]) =>
			names.filter((name) => !files.some((id) => name === id || name.startsWith(`${id}-`)));
		expect(strangers(namesIn('sandbox/carriers'))).toEqual([]);
		expect(strangers(namesIn('test/carriers', '.test.ts'))).toEqual([]);
		expect(namesIn('docs/carriers', '.md')).toEqual(files);
	});

	test('each has its credential, and each credential its carrier or its shop', () => {
		const classes = [SHOP_CREDENTIAL, 'CommerceSmsSourceApi', ...[...carriers, ...shops].map(credentialClass)].sort();
		expect(namesIn('credentials', '.credentials.ts')).toEqual(classes);
		expect([...PACKAGE.n8n.credentials].sort()).toEqual(
			classes.map((name) => `dist/credentials/${name}.credentials.js`),
		);
	});

	test('each can be chosen in each node that sends or listens, with its credential', async () => {
		const isWithCarrier = ({ description }: INodeType) => description.properties.some(({ name }) => name === 'carrier');
		const nodes = [...(await loadNodes()).values()].filter(isWithCarrier);
		expect(nodes.length).toBeGreaterThan(0);
		for (const { description } of nodes) {
			const { properties, credentials = [] } = description;
			const options = properties.find(({ name }) => name === 'carrier')?.options as INodePropertyOptions[];
			expect(options.map(({ value, name }) => ({ value, name }))).toEqual(
				carriers.map(({ id, name }) => ({ value: id, name })).sort((a, b) => a.name.localeCompare(b.name)),
			);
			for (const carrier of carriers) {
				const [entry, second] = credentials.filter(({ name }) => name === carrier.credential);
				const hasFallback = properties.some(({ name }) => name === 'fallbackCarrier');
				const show = hasFallback ? { [`/uses_${carrier.id}`]: ['yes'] } : { '/carrier': [carrier.id] };
				expect(entry).toMatchObject({ required: true, displayOptions: { show } });
				expect(second).toBeUndefined(); // n8n reads the first of a name only
			}
			expect(without(credentials.map(({ name }) => name), [SOURCE_CREDENTIAL])).toHaveLength(carriers.length + 1);
		}
	});

	test('each credential can be filled in as its examples show, tells a wrong key by a sentence, and writes what bulk sends can write', async () => {
		const types = new Map([...(await loadCredentials()).values()].map((type) => [type.name, type]));
		for (const adapter of adapters) {
			const type = types.get(adapter.credential) as ICredentialType;
			const fields = Object.fromEntries(
				type.properties.map(({ name, default: usual, placeholder = '' }) => [
					name,
					usual || placeholder.replace(/^e\.g\. /, ''),
				]),
			);
			const { baseUrl } = adapter.readConfig(fields);
			expect([adapter.id, URL.canParse(baseUrl)]).toEqual([adapter.id, true]);
			expect([adapter.id, type.properties.some(({ name }) => name === 'baseUrl')]).toEqual([adapter.id, true]);
			const { rules = [] } = (await credentialClassOf(adapter.credential)).test ?? {};
			expect([adapter.id, JSON.stringify(rules)]).toEqual([
				adapter.id,
				expect.stringContaining(adapter.name.split(' ')[0] as string),
			]);
			const { authenticate } = type;
			expect([adapter.id, typeof authenticate]).toEqual([adapter.id, 'function']);
			if (typeof authenticate !== 'function') continue;
			const written = await authenticate(fields as ICredentialDataDecryptedObject, {
				method: 'POST',
				url: `${baseUrl}/x`,
				headers: {},
				body: 'a=b',
			});
			const strange = Object.keys(written).filter(
				(name) => !['method', 'url', 'headers', 'body', 'qs', 'auth'].includes(name),
			);
			expect([adapter.id, strange]).toEqual([adapter.id, []]);
		}
	});

	test('each has its row in the README, and each row its carrier', () => {
		expect(tableRows('README.md', 'Carriers').sort()).toEqual(carriers.map(({ name }) => name).sort());
		for (const { id, credential } of carriers) {
			expect(read('README.md')).toContain(`(docs/carriers/${id}.md)`);
			expect(read('README.md')).toContain(
				/displayName = ['"](.*)['"];/.exec(read(`credentials/${credential.replace(/^c/, 'C')}.credentials.ts`))?.[1],
			);
		}
	});
});

describe('a shop that codes are published to is there as a whole', () => {
	const files = without(namesIn('lib/shops'), NO_SHOPS);

	test('the registry names every shop file by its id, and no other', () => {
		expect([...SHOP_IDS].sort()).toEqual(files);
		expect(shops.map(({ id }) => id)).toEqual(SHOP_IDS);
	});

	test('each has its contract test, sandbox twin and page in the docs, and each of these its shop', () => {
		const parts = ['contract', 'faults', 'graphql', 'index', 'twin', 'webhooks'];
		expect(without(namesIn('sandbox/shops'), parts)).toEqual(files);
		expect(namesIn('test/shops', '.test.ts')).toEqual(files);
		expect(namesIn('docs/shops', '.md')).toEqual(files);
		for (const id of SHOP_IDS) {
			expect(read(`test/shops/${id}.test.ts`)).toMatch(new RegExp(`^shopContract\\(\\{\n\tshop: ${id},`, 'm'));
		}
	});

	test('each has its row in the README, and each row its shop', () => {
		expect(tableRows('README.md', 'Shops that codes are published to').sort()).toEqual(
			shops.map(({ name }) => name).sort(),
		);
		for (const shop of shops) {
			const file = read(`credentials/${credentialClass(shop)}.credentials.ts`);
			expect(read('README.md')).toContain(`(docs/shops/${shop.id}.md)`);
			expect(read('README.md')).toContain(/displayName = ['"](.*)['"];/.exec(file)?.[1]);
			expect(file).toContain(`docs/shops/${shop.id}.md`);
		}
	});

	test('each can be chosen by name', () => {
		expect(codeShopField.options).toEqual(
			shops.map(({ id, name }) => ({ value: id, name })).sort((a, b) => a.name.localeCompare(b.name)),
		);
	});

	test('each has its credential in the node that publishes, and its name among the search words', async () => {
		const node = [...(await loadNodes()).values()].find(({ description }) => description.name === 'promoCode');
		const credentials = node?.description.credentials ?? [];
		for (const { id, credential } of shops) {
			const entry = credentials.find(({ name }) => name === credential);
			expect(entry).toMatchObject({
				required: true,
				displayOptions: { show: { operation: ['publishToShop'], '/codeShop': [id] } },
			});
		}
		expect(credentials).toHaveLength(shops.length + 1);
		const { alias } = readJson<{ alias: string[] }>('nodes/PromoCode/PromoCode.node.json');
		expect(
			without(
				shops.map(({ name }) => name),
				alias,
			),
		).toEqual([]);
	});
});

describe('a node is there as a whole', () => {
	test('each is registered, has its icons, and is named in the README', async () => {
		const nodes = await loadNodes();
		expect([...PACKAGE.n8n.nodes].sort()).toEqual(
			[...nodes.keys()].map((path) => `dist/${path.replace(/ts$/, 'js')}`).sort(),
		);
		for (const { description } of nodes.values()) {
			const icon = description.name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
			expect(missing([`icons/${icon}.svg`, `icons/${icon}.dark.svg`])).toEqual([]);
			expect(read('README.md')).toContain(description.displayName);
		}
	});

	test('each icon belongs to a node or a credential', async () => {
		const used = [...(await loadNodes()).values(), ...(await loadCredentials()).values()].flatMap((type) => {
			const icon = 'description' in type ? type.description.icon : type.icon;
			return typeof icon === 'object' ? Object.values(icon as unknown as Record<string, string>) : [];
		});
		const files = used.map((path) => basename(path, '.svg'));
		expect([...new Set(files)].sort()).toEqual(namesIn('icons', '.svg'));
	});

	test('the choices of a field are all that the domain knows', async () => {
		const fields = [...(await loadNodes()).values()].flatMap(({ description }) =>
			fieldsOf(description.properties).map(({ path, choices }) => ({ field: `${description.name} ${path}`, choices })),
		);
		const choicesOf = (wanted: string) =>
			fields
				.find(({ field }) => field === wanted)
				?.choices.map(({ value }) => String(value))
				.sort();
		expect(choicesOf('smsReplyTrigger automaticAnswers')).toEqual([...ANSWERED].sort());
		expect(choicesOf('smsReplyTrigger ownAnswers.answers.answer')).toEqual([...ANSWER_NAMES].sort());
		expect(choicesOf('smsReplyTrigger options.handedOn')).toEqual(
			wordsOfUnion('lib/domain/replies/classify.ts', 'ReplyKind').sort(),
		);
		expect(choicesOf('orderStatusSms stagesToText')).toEqual([...TEXTED_STAGES].sort());
		expect(choicesOf('smsOptIn purpose')).toEqual([...REQUEST_PURPOSES].sort());
		expect(choicesOf('smsOptIn proof')).toEqual([...PROOFS].sort());
		expect(choicesOf('smsOptIn ownTexts.texts.name')).toEqual([...OPT_IN_TEXTS].sort());
		expect(choicesOf('smsReplyTrigger joinWords.rules.purpose')).toEqual([...ASKED_PURPOSES].sort());
		expect(choicesOf('smsContact conditions.consentPurpose')).toEqual([...CONSENT_PURPOSES].sort());
		expect(choicesOf('promoCode reward')).toEqual([
			'amount',
			'free_shipping',
			'gift',
			'percent',
			'points',
		] satisfies RewardKind[]);
		expect(choicesOf('promoCode appearance.alphabet')).toEqual(Object.keys(ALPHABETS).sort());
		expect(choicesOf('smsContact conditions.consentStatus')).toEqual([...CONSENT_STATUSES].sort());
	});
});

describe('a source is there as a whole', () => {
	const files = without(namesIn('lib/sources'), NO_SOURCES);

	test('the registry names every source file by its id, and no other', () => {
		expect(SOURCES.map(({ id }) => id).sort()).toEqual(files);
	});

	test('each has its test', () => {
		expect(missing(files.map((id) => `test/sources/${id}.test.ts`))).toEqual([]);
	});

	test('each has its row in the README, and each row its source', () => {
		const rows = without(tableRows('README.md', 'Shops and parcel trackers'), ['Mapped fields']);
		expect(rows.sort()).toEqual(SOURCES.map(({ name }) => name).sort());
	});

	test('the user guide and the node’s search words know each', () => {
		const { alias } = readJson<{ alias: string[] }>('nodes/OrderStatusSms/OrderStatusSms.node.json');
		for (const { name } of SOURCES) {
			expect(read('docs/order-status-sms.md')).toContain(name);
			expect(alias).toContain(name);
		}
	});
});

describe('files', () => {
	const SHIPPED = ['lib', 'nodes', 'credentials', 'sandbox'];
	const shipped = SHIPPED.flatMap((folder) => filesIn(folder));
	const own = [...SHIPPED, 'demo', 'scripts', 'test'].flatMap((folder) => filesIn(folder, '.ts'));

	test('none that ships has more than 300 lines', () => {
		const lines = (path: string) => read(path).split('\n').length - 1;
		expect(shipped.filter((path) => lines(path) > 300).map((path) => `${path}: ${lines(path)}`)).toEqual([]);
	});

	test('none is a drawer for whatever fits nowhere else', () => {
		const drawer = /^(utils?|helpers?|common|misc|shared|tools|GenericFunctions)\./i;
		expect([...shipped, ...own].filter((path) => drawer.test(basename(path)))).toEqual([]);
		const folders = new Set([...shipped, ...own].map((path) => dirname(path)));
		expect([...folders].filter((path) => /(^|\/)(utils?|helpers?|common|misc)$/i.test(path))).toEqual([]);
	});

	test('none has a type that is anything', () => {
		const isAny = (node: ts.Node) => node.kind === ts.SyntaxKind.AnyKeyword;
		expect(own.filter((path) => nodesOf(path).some(isAny))).toEqual([]);
	});

	test('none leaves work for later', () => {
		const later = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'].join('|')})\\b`);
		const written = [...shipped, ...own, ...filesIn('docs', '.md'), 'README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'];
		expect([...new Set(written)].filter((path) => later.test(read(path)))).toEqual([]);
	});

	/** What each folder may import besides what lies in it. */
	const ALLOWED: Readonly<Record<string, RegExp>> = {
		lib: /^node:/,
		nodes: /^(node:|n8n-workflow$)|^(computed: `)?(\.\.\/)+(lib|credentials)\//,
		// signatures are made where the key is
		credentials: /^(n8n-workflow|node:crypto)$/,
		sandbox: /^node:|^(\.\.\/)+lib\/domain\//,
	};

	test.each(Object.entries(ALLOWED))('%s imports only what it may', (folder, allowed) => {
		const strangers = filesIn(folder, '.ts').flatMap((path) =>
			importsOf(path)
				.filter((from) => !staysIn(folder, path, from) && !allowed.test(from) && !isVendor(path, from))
				.map((from) => `${path} imports ${from}`),
		);
		expect(strangers).toEqual([]);
	});

	test('each library is imported by one file of lib/vendor, as its name there', () => {
		const libraries = filesIn('lib/vendor', '.ts').flatMap((path) =>
			[...new Set(importsOf(path).filter((from) => !from.startsWith('.')))].map((from) =>
				from.replace(/^((@[^/]+\/)?[^/]+).*/, '$1'),
			),
		);
		expect([...new Set(libraries)]).toEqual(libraries);
		const { devDependencies } = readJson<{ devDependencies: Record<string, string> }>('package.json');
		expect(without(libraries, Object.keys(devDependencies))).toEqual([]);
	});
});

const staysIn = (folder: string, path: string, from: string) =>
	from.startsWith('.') && join(dirname(path), from).split(/[\\/]/)[0] === folder;

const isVendor = (path: string, from: string) => path.startsWith('lib/vendor/') && !from.startsWith('n8n');
