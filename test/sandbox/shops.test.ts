// The shops' twins, as n8n's credential tests and people with curl see them.
import { type ICredentialType, type INode, type INodeProperties, Workflow } from 'n8n-workflow';
import { shopById, SHOP_IDS } from '../../lib/shops';
import { SHOP_FAULT_KINDS } from '../../sandbox/shops/faults';
import { GraphqlError, parseGraphql, project } from '../../sandbox/shops/graphql';
import { SHOP_KEYS } from '../../sandbox/shops/twin';
import { loadCredentials } from '../support/descriptions';
import { control, sandbox, startBeforeEach } from './switches';

startBeforeEach();

describe('switches', () => {
	test('the list has every shop, with what to enter and its codes', async () => {
		sandbox.shops.addForeign('woocommerce', 'HELLO');
		const { json } = await control('GET', '/shops');
		const shops = json.shops as Array<{ id: string; credential: object; codes: unknown[] }>;
		expect(shops.map(({ id }) => id).sort()).toEqual([...SHOP_IDS].sort());
		expect(shops.find(({ id }) => id === 'woocommerce')).toMatchObject({
			credential: { baseUrl: `${sandbox.url}/woocommerce`, consumerKey: 'ck_sandbox' },
			codes: [{ code: 'hello', title: 'By hand' }],
		});
	});

	test('faults are set, counted down and taken away', async () => {
		const ask = async () => {
			const login = `Basic ${btoa(`${SHOP_KEYS.medusa.apiKey}:`)}`;
			const response = await fetch(`${sandbox.url}/medusa/admin/promotions`, { headers: { authorization: login } });
			return response.status;
		};
		const faults = [{ kind: 'server-error', shop: 'medusa', after: 1, count: 2 }];
		expect(await control('PUT', '/shops/faults', { faults })).toMatchObject({ status: 200, json: { faults } });
		expect([await ask(), await ask(), await ask(), await ask()]).toEqual([200, 500, 500, 200]);
		sandbox.shops.setFaults([{ kind: 'throttle' }]);
		expect(await ask()).toBe(429);
		sandbox.reset();
		expect(await ask()).toBe(200);
	});

	test.each([[{}], [{ kind: 'flood' }], [{ kind: 'cut', count: -1 }], [{ kind: 'cut', phone: '1' }], ['cut']])(
		'%j is no fault',
		async (fault) => {
			const { status, json } = await control('PUT', '/shops/faults', { faults: [fault] });
			expect(status).toBe(400);
			expect(json.error).toMatch(/fault/);
			expect(sandbox.shops.faults()).toEqual([]);
		},
	);

	test.each(SHOP_FAULT_KINDS)('%s is one', (kind) => {
		expect(sandbox.shops.setFaults([{ kind }])).toBeNull();
	});

	test('a path of a shop that it does not have is not there', async () => {
		for (const id of SHOP_IDS) {
			const { status } = await fetch(`${sandbox.url}/${id}/`);
			expect([401, 404]).toContain(status);
		}
	});
});

describe('the test button of each credential', () => {
	/** The request that n8n makes of a credential's test, and what it says of the answer: credentials-tester.service.ts. */
	async function press(credential: ICredentialType, fields: Record<string, string>) {
		const node: INode = { id: '1', name: 'n', type: 't', typeVersion: 1, position: [0, 0], parameters: {} };
		const nodeTypes = {
			getByName: () => ({ description: { properties: [] } }) as never,
			getByNameAndVersion: () => ({ description: { properties: [] } }) as never,
			getKnownTypes: () => ({}),
		};
		const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
		const worked = (value: unknown) =>
			String(
				workflow.expression.getParameterValue(value as string, null, 0, 0, 'n', [], 'internal', {
					$credentials: fields,
				} as never),
			);
		const { request, rules = [] } = credential.test ?? { request: {} };
		const { authenticate } = credential;
		if (typeof authenticate !== 'function') throw new Error('no function');
		const { auth, headers } = await authenticate(fields, { url: '' });
		const url = new URL(worked(request.baseURL) + worked(request.url));
		for (const [name, value] of Object.entries(request.qs ?? {})) url.searchParams.set(name, String(value));
		const response = await fetch(url, {
			method: request.method ?? 'GET',
			headers: {
				...(headers as Record<string, string>),
				...(auth ? { authorization: `Basic ${btoa(`${auth.username}:${auth.password}`)}` } : {}),
				...(request.body ? { 'content-type': 'application/json' } : {}),
			},
			...(request.body ? { body: JSON.stringify(request.body) } : {}),
		});
		const rule = rules.find(({ type, properties }) => type === 'responseCode' && properties.value === response.status);
		return { isOk: response.ok, says: rule?.properties.message, json: response.ok ? await response.text() : '' };
	}

	test.each(SHOP_IDS)('%s: with the right key and with a wrong one', async (id) => {
		const credentials = [...(await loadCredentials()).values()];
		const credential = credentials.find(({ name }) => name === shopById(id)?.credential) as ICredentialType;
		const fields = { baseUrl: `${sandbox.url}/${id}/`, apiVersion: '', ...SHOP_KEYS[id] };
		const right = await press(credential, fields);
		expect(right).toMatchObject({ isOk: true });
		expect(right.json).not.toContain('ACCESS_DENIED');
		expect(sandbox.shops.codes(id)).toEqual([]);
		// the secret of webhooks is proven by none of our requests
		const isKey = ({ name, typeOptions }: INodeProperties) => typeOptions?.password && name !== 'webhookSecret';
		const secret = credential.properties.findLast(isKey)?.name as string;
		const wrong = await press(credential, { ...fields, [secret]: 'wrong' });
		expect(wrong.isOk).toBe(false);
		if (id !== 'shopify') expect(wrong.says).toMatch(/does not accept this (key|token|access token)/);
	});
});

describe('GraphQL', () => {
	const run = (text: string, variables = {}) =>
		project(
			{
				shop: { __typename: 'Shop', name: 'S' },
				echo: (args: unknown) => ({ args: JSON.stringify(args) }),
				none: () => null,
			},
			parseGraphql(text, variables).selections,
		);

	test('fields, aliases, arguments, variables and fragments', () => {
		const text = `query Q($a: String!, $b: [Int!]) {
			shop { ... on Shop { name } ... on Other { gone } }
			one: echo(x: $a, y: $b, z: {k: [1, "t", true, null, WORD]}) { args }
			none { whatever }
		}`;
		expect(run(text, { a: 'A', b: [1] })).toEqual({
			shop: { name: 'S' },
			one: { args: '{"x":"A","y":[1],"z":{"k":[1,"t",true,null,"WORD"]}}' },
			none: null,
		});
	});

	test.each([
		'query Q($a: String!) { shop { name } }',
		'{ shop { owner } }',
		'{ shop }',
		'{ echo(x: $a) { args } }',
		'{ shop { } }',
		'{ shop { name }',
		'subscription { shop { name } }',
		'',
	])('%s is refused', (text) => {
		expect(() => run(text)).toThrow(GraphqlError);
	});
});
