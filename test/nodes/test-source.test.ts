// The test button of the credential of sources.
import { type ICredentialDataDecryptedObject, type ICredentialTestFunctions } from 'n8n-workflow';
import { SOURCE_CREDENTIAL, SOURCE_ENTRIES } from '../../lib/sources/webhooks';
import { CommerceSmsSourceApi } from '../../credentials/CommerceSmsSourceApi.credentials';
import { testSource } from '../../nodes/shared/test-source';

interface Asked {
	readonly uri: string;
	readonly headers: Record<string, string>;
	readonly auth?: object;
	readonly followRedirect: boolean;
}

async function press(fields: ICredentialDataDecryptedObject, status = 200, body: unknown = []) {
	const asked: Asked[] = [];
	const request = async (options: Asked) => {
		asked.push(options);
		if (status === 0) throw new Error('connect ECONNREFUSED');
		return { statusCode: status, body: JSON.stringify(body) };
	};
	return { ...(await testSource({ request } as unknown as ICredentialTestFunctions['helpers'], fields)), asked };
}

test('a key is tried by one look at the webhooks', async () => {
	const { status, message, asked } = await press({ source: 'easypost', apiKey: ' EZ1 ' });
	expect([status, message]).toEqual(['OK', 'EasyPost accepts this key']);
	expect(asked).toMatchObject([{ method: 'GET', uri: 'https://api.easypost.com/v2/webhooks', auth: { username: 'EZ1', password: '' }, followRedirect: false }]);
	const tiendanube = await press({ source: 'tiendanube', apiKey: 't', storeId: '7' });
	expect(tiendanube.asked).toMatchObject([{ uri: 'https://api.tiendanube.com/v1/7/webhooks?per_page=200', headers: { Authentication: 'bearer t' } }]);
});

test('a key that is wrong, and a source that does not answer, are said in a sentence without the key', async () => {
	for (const [status, words] of [[401, 'does not let this key'], [403, 'does not let this key'], [500, 'HTTP 500'], [0, 'did not answer']] as const) {
		const result = await press({ source: 'shippo', apiKey: 'shippo_live_1' }, status);
		expect([result.status, result.message]).toEqual(['Error', expect.stringContaining(words)]);
		expect(result.message).not.toContain('shippo_live_1');
	}
});

test('a secret alone cannot be tried; without one nothing is right', async () => {
	expect(await press({ source: 'aftership', webhookSecret: 's' })).toMatchObject({ status: 'OK', asked: [] });
	expect(await press({ source: 'aftership' })).toMatchObject({ status: 'Error', message: expect.stringContaining('Fill in Webhook Secret') as string });
	expect(await press({ source: 'nobody' })).toMatchObject({ status: 'Error' });
});

test('the credential is there for every source that needs one and has none of its own', () => {
	const choices = new CommerceSmsSourceApi().properties[0]?.options?.map((option) => ('value' in option ? option.value : ''));
	const needed = SOURCE_ENTRIES.filter(({ credential = SOURCE_CREDENTIAL, secret, registers, looksUp }) => credential === SOURCE_CREDENTIAL && (secret ?? registers ?? looksUp));
	// these two have one of their own; here their secret is for items of a Webhook node
	expect(choices?.sort()).toEqual([...needed.map(({ id }) => id), 'shopify', 'woocommerce'].sort());
});
