import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
	type ICredentialType,
	type IDisplayOptions,
	type INodeParameters,
	type INodeProperties,
	type INodeType,
	type INodeTypeDescription,
	NodeHelpers,
} from 'n8n-workflow';
import { type Field, fieldsOf, loadCredentials, loadNodes, operationsOf, placed } from './support/descriptions';
import { read, readJson, ROOT } from './support/source-files';

const PACKAGE = readJson<{ name: string; homepage: string }>('package.json');
const REPOSITORY = PACKAGE.homepage.replace(/#.*/, '');

let nodes: Map<string, INodeType>;
let credentials: Map<string, ICredentialType>;
/** Every field of every node and credential, with where it stands. */
let fields: Array<Field & { readonly where: string }>;

beforeAll(async () => {
	[nodes, credentials] = [await loadNodes(), await loadCredentials()];
	const owners: Array<[string, INodeTypeDescription | ICredentialType]> = [
		...[...nodes].map(([path, { description }]) => [path, description] as [string, INodeTypeDescription]),
		...credentials,
	];
	fields = owners.flatMap(([path, { properties }]) =>
		fieldsOf(properties).map((field) => ({ ...field, where: `${path} ${field.path}` })),
	);
});

const where = (found: ReadonlyArray<{ where: string }>) => found.map((entry) => entry.where);
const isTrigger = ({ group }: INodeTypeDescription) => group.includes('trigger');
const isEmpty = (text: string | undefined) => (text ?? '').trim() === '';

describe('every field', () => {
	test('of text has an example as its placeholder, unless it is secret', () => {
		const texts = fields.filter(({ field }) => field.type === 'string' && !field.typeOptions?.password);
		expect(texts.length).toBeGreaterThan(20);
		expect(where(texts.filter(({ field }) => !/^e\.g\. \S/.test(field.placeholder ?? '')))).toEqual([]);
	});

	test('that adds something says what its button adds', () => {
		const adding = fields.filter(({ field }) => /ollection$/.test(field.type));
		expect(adding.length).toBeGreaterThan(0);
		expect(where(adding.filter(({ field }) => !/^Add [A-Z]/.test(field.placeholder ?? '')))).toEqual([]);
	});

	test('has a description, unless an example or the descriptions of its choices say it all', () => {
		const explained = ({ field, choices }: Field) =>
			!isEmpty(field.description) ||
			(field.type === 'string' && /^e\.g\. /.test(field.placeholder ?? '')) ||
			field.type === 'collection' ||
			field.type === 'notice' ||
			field.type === 'hidden' ||
			choices.some(({ description }) => !isEmpty(description)) ||
			/^(Stage|API Key Secret)$/.test(field.displayName);
		expect(where(fields.filter((field) => !explained(field)))).toEqual([]);
	});

	test('has choices that are described, or none of which needs to be', () => {
		// "Twilio" and "Auth Token" mean what they say; a description in one list is owed to all of it, except the plain one
		const silent = fields.filter(({ choices }) => {
			const described = choices.filter(({ description }) => !isEmpty(description)).length;
			return described > 0 && choices.length - described > 1;
		});
		expect(where(silent)).toEqual([]);
	});

	test('has a default that is one of its choices', () => {
		const wrong = fields.filter(({ field, choices }) => {
			const values = choices.map(({ value }) => value);
			return choices.length > 0 && [field.default].flat().some((value) => !values.includes(value as string));
		});
		expect(where(wrong)).toEqual([]);
	});

	test('has a name and a label of its own among those that can be seen together', () => {
		const twice = fields.filter(({ field, siblings }) =>
			siblings.some((other) => other !== field && other.name === field.name && !areApart(field, other) && !areApart(other, field)),
		);
		expect(where(twice)).toEqual([]);
	});

	test('is shown by conditions on fields that exist, and values that these can have', () => {
		const wrong = fields.flatMap((entry) => {
			const root = fields.filter((other) => other.where.split(' ')[0] === entry.where.split(' ')[0]);
			return unmet(entry.field.displayOptions, entry, root).map((why) => `${entry.where}: ${why}`);
		});
		expect(wrong).toEqual([]);
	});

	test('that holds a secret is hidden while it is typed', () => {
		const secret = /password|secret|token|apiKey$|privateKey|passphrase/i;
		const secrets = fields.filter(
			({ field, where: place }) => place.startsWith('credentials/') && secret.test(field.name),
		);
		expect(secrets.length).toBeGreaterThanOrEqual(3);
		expect(where(secrets.filter(({ field }) => field.typeOptions?.password !== true))).toEqual([]);
		expect(where(secrets.filter(({ field }) => field.default !== ''))).toEqual([]);
	});
});

/** Whether two fields are never seen together: they are shown for different values of the same field. */
const areApart = (one: INodeProperties, other: INodeProperties): boolean =>
	Object.entries(one.displayOptions?.show ?? {}).some(([name, values = []]) => {
		const others: readonly unknown[] | undefined = other.displayOptions?.show?.[name];
		const hidden: readonly unknown[] | undefined = other.displayOptions?.hide?.[name];
		if (hidden && values.every((value) => hidden.includes(value))) return true;
		return others !== undefined && !values.some((value) => others.includes(value));
	});

function unmet(
	conditions: IDisplayOptions | undefined,
	entry: Pick<Field, 'siblings'>,
	root: readonly Field[],
): string[] {
	return Object.entries({ ...conditions?.show, ...conditions?.hide }).flatMap(([name, values]) => {
		const candidates = name.startsWith('/')
			? root.filter(({ path }) => path === name.slice(1))
			: root.filter(({ field }) => field.name === name && entry.siblings.includes(field));
		if (candidates.length === 0) return [`there is no field ${name}`];
		const known: unknown[] = candidates.flatMap(({ field, choices }) =>
			field.type === 'boolean' ? [true, false] : field.type === 'hidden' ? [field.default] : choices.map(({ value }) => value),
		);
		return (values ?? []).filter((value) => !known.includes(value)).map((value) => `${name} is never ${String(value)}`);
	});
}

describe('every node', () => {
	test('names credentials that exist, under conditions that can be met', () => {
		const names = new Set([...credentials.values()].map(({ name }) => name));
		for (const [path, { description }] of nodes) {
			const root = fieldsOf(description.properties);
			expect(description.credentials?.filter(({ name }) => !names.has(name))).toEqual([]);
			for (const { displayOptions } of description.credentials ?? []) {
				expect([path, unmet(displayOptions, { siblings: description.properties }, root)]).toEqual([path, []]);
			}
		}
	});

	test('has a test for each of its credentials: the credential’s own, or one of the node’s', () => {
		for (const { description, methods } of nodes.values()) {
			for (const { name, testedBy } of description.credentials ?? []) {
				const own = [...credentials.values()].find((type) => type.name === name)?.test;
				const ours = typeof testedBy === 'string' ? methods?.credentialTest?.[testedBy] : undefined;
				expect([name, (own ?? ours) !== undefined]).toEqual([name, true]);
			}
		}
	});

	test('has a subtitle and outputs for each of its operations', async () => {
		for (const { description } of nodes.values()) {
			const operations = operationsOf(description);
			expect([description.name, operations.length > 0]).toEqual([description.name, !isTrigger(description)]);
			for (const { value, name } of operations) {
				const { workflow, node } = placed(description, { operation: value });
				const outputs = NodeHelpers.getNodeOutputs(workflow, node, description);
				expect([value, outputs.length > 0 && outputs.every((output) => typeof output === 'object')]).toEqual([
					value,
					true,
				]);
				const subtitle = workflow.expression.getSimpleParameterValue(node, description.subtitle, 'internal', {});
				expect(String(subtitle).toLowerCase()).toBe(name.toLowerCase());
			}
		}
	});

	test('that is a trigger says what it waits for, what happens when it is published, and has its webhook with an empty answer', () => {
		const triggers = [...nodes.values()].map(({ description }) => description).filter(isTrigger);
		expect(triggers.length).toBeGreaterThanOrEqual(2);
		for (const { name, displayName, group, inputs, webhooks = [], ...description } of triggers) {
			expect([name, displayName, group, inputs]).toEqual([
				expect.stringMatching(/Trigger$/),
				expect.stringMatching(/ Trigger$/),
				['trigger'],
				[],
			]);
			expect(description.eventTriggerDescription).toMatch(/^[A-Z].*[^.]$/);
			expect(description.activationMessage).toMatch(/^[A-Z].*\.$/);
			// without responseData n8n answers with the words "firstEntryJson"
			for (const webhook of webhooks) expect(webhook).toMatchObject({ responseMode: 'onReceived', responseData: '' });
		}
	});

	test('that is a trigger has a subtitle for its defaults', () => {
		for (const { description } of nodes.values()) {
			if (!isTrigger(description)) continue;
			const defaults = Object.fromEntries(description.properties.map((field) => [field.name, field.default]));
			const { workflow, node } = placed(description, defaults as INodeParameters);
			const subtitle = workflow.expression.getSimpleParameterValue(node, description.subtitle, 'internal', {});
			expect([description.name, subtitle]).toEqual([description.name, expect.stringMatching(/^\w/)]);
		}
	});

	test('has a description that can be copied between processes: no functions in it', () => {
		for (const { description } of nodes.values()) expect(structuredClone(description)).toEqual(description);
		for (const { properties } of credentials.values()) expect(structuredClone(properties)).toEqual(properties);
	});

	test('has a codex file that fits it, with links to pages that exist', () => {
		for (const [path, { description }] of nodes) {
			const codex = readJson<{
				node: string;
				categories: string[];
				alias: string[];
				resources: Record<string, Array<{ url: string }>>;
			}>(path.replace(/\.ts$/, '.json'));
			expect(codex.node).toBe(`${PACKAGE.name}.${description.name}`);
			expect(codex.categories.length).toBeGreaterThan(0);
			expect(new Set(codex.alias).size).toBe(codex.alias.length);
			const urls = Object.values(codex.resources).flatMap((links) => links.map(({ url }) => url));
			expect(urls.length).toBeGreaterThan(0);
			expect(urls.filter((url) => !isOwnPage(url))).toEqual([]);
		}
	});
});

test('every credential links to its page', () => {
	for (const [path, { documentationUrl = '' }] of credentials)
		expect([path, isOwnPage(documentationUrl)]).toEqual([path, true]);
});

test('every icon is there in light and dark, as SVG, and the two differ', () => {
	const icons = [
		...[...nodes].map(([path, { description }]) => [path, description.icon] as const),
		...[...credentials].map(([path, { icon }]) => [path, icon] as const),
	];
	for (const [path, icon] of icons) {
		if (typeof icon !== 'object') throw new Error(`${path} has one icon for light and dark`);
		const [light, dark] = [icon.light, icon.dark].map((file) => {
			expect(file).toMatch(/^file:.*\.svg$/);
			const svg = read(join(dirname(path), file.slice('file:'.length)));
			expect(svg).toMatch(/^<svg /);
			return svg;
		});
		expect(light).not.toBe(dark);
	}
});

const isOwnPage = (url: string) =>
	url.startsWith(`${REPOSITORY}/blob/main/`) && existsSync(join(ROOT, url.slice(`${REPOSITORY}/blob/main/`.length)));
