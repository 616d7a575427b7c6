import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type ICredentialType } from 'n8n-workflow';
import { carrierById } from '../../lib/carriers';
import { type Carrier, type CarrierConfig } from '../../lib/carriers/carrier';
import { type Failure, type Report, report } from './report';

export interface CarrierCase {
	readonly id: string;
}

/** What a file says of all its cases. */
export interface CaseFile<Case extends CarrierCase = CarrierCase> {
	/** Whose cases they are, in the file's own words. */
	readonly carrier?: string;
	/** What stands at the URLs that proofs name. */
	readonly certificates?: Readonly<Record<string, string>>;
	readonly cases: readonly Case[];
}

export type Differences = ReadonlyArray<Omit<Failure, 'case'>>;

/** Carriers whose folder has another name; where it holds cases of several, it depends on the file or on the case itself. */
const CARRIERS_OF_FOLDERS: Readonly<Record<string, string | ((file: CaseFile, one: CarrierCase) => string)>> = {
	'android-sms-gateway': 'android',
	'aws-sns': 'aws',
	'azure-acs': 'azure',
	'basic-auth': 'bandwidth', // one of those that take a name and a password
	messagebird: ({ carrier }) => (carrier === 'bird' ? 'bird' : 'messagebird'),
	// receipts of SMPP come through a gateway
	smpp: 'kannel',
	// two APIs: the one speaks of messages by UUID and of problems by URL, and signs with a token
	vonage: (_file, one) =>
		/message_uuid|developer\.(nexmo|vonage)\.com|messages-jwt/.test(JSON.stringify(one)) ? 'vonage-messages' : 'vonage',
};

const carrierOf = (folder: string, file: CaseFile, one: CarrierCase): string => {
	const known = CARRIERS_OF_FOLDERS[folder] ?? folder;
	return typeof known === 'string' ? known : known(file, one);
};

/**
 * The account that a case is about: what it names, and for the rest of the credential the examples that its fields show.
 *
 * @param credentials by field; "username" and "password" are those of the webhook.
 */
export async function configOf(
	carrier: Carrier<CarrierConfig>,
	{ username, password, ...credentials }: Readonly<Record<string, unknown>> = {},
): Promise<CarrierConfig> {
	const webhook = username === undefined ? {} : { webhookUser: username, webhookPassword: password };
	// n8n hides a field only where its name says that it is secret
	const signing = credentials.signingKey === undefined ? {} : { signingSecret: credentials.signingKey };
	return carrier.readConfig({ ...(await examplesOf(carrier.credential)), ...credentials, ...signing, ...webhook });
}

/** Every field of a credential, filled in with its default or its example. */
export async function examplesOf(credential: string): Promise<Record<string, unknown>> {
	const className = credential.replace(/^c/, 'C');
	const path = join(__dirname, '../../credentials', `${className}.credentials.ts`);
	const module = (await import(path)) as Record<string, new () => ICredentialType>;
	const { properties } = new (module[className] as new () => ICredentialType)();
	return Object.fromEntries(
		properties.map(({ name, default: usual, placeholder = '' }) => [
			name,
			usual || placeholder.replace(/^e\.g\. /, ''),
		]),
	);
}

/**
 * Checks the cases in `<carrier>/<file>` below a folder, or in the one carrier's folder itself. A carrier that is not built
 * fails each of them.
 *
 * @param isCounted cases that are a matter of judgement are reported only.
 */
export async function checkCarriers<Case extends CarrierCase>(
	folder: string,
	file: RegExp,
	isCounted: (one: Case) => boolean,
	differences: (carrier: Carrier<CarrierConfig>, one: Case, file: CaseFile) => Promise<Differences> | Differences,
): Promise<Report> {
	const all: Array<{ name: string; isCounted: boolean; failures: Differences }> = [];
	for (const { folderName, name, path } of filesIn(folder, file)) {
		const content = JSON.parse(readFileSync(path, 'utf8')) as CaseFile<Case>;
		for (const one of content.cases) {
			const carrierId = carrierOf(folderName, content, one);
			const carrier = await carrierById(carrierId);
			all.push({
				name: `${folderName}/${name} ${one.id}`,
				isCounted: isCounted(one),
				failures: carrier
					? await differences(carrier, one, content)
					: [{ field: 'carrier', wanted: carrierId, got: 'not built' }],
			});
		}
	}
	const uncounted = all
		.filter((one) => !one.isCounted)
		.map(({ name, failures }) => ({ case: name, agrees: failures.length === 0 }));
	return { ...report(all.filter((one) => one.isCounted)), uncounted };
}

function filesIn(folder: string, file: RegExp): Array<{ folderName: string; name: string; path: string }> {
	const matching = (path: string) =>
		readdirSync(path)
			.filter((name) => file.test(name))
			.map((name) => ({ folderName: basename(path), name, path: join(path, name) }));
	const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
	return [...matching(folder), ...folders.flatMap(({ name }) => matching(join(folder, name)))];
}
