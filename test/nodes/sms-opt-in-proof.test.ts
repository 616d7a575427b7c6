import { type IDataObject } from 'n8n-workflow';
import { sha256 } from '../../lib/domain/consent/event';
import { jsonOf, useOptInNode } from '../support/opt-in-node';

const shop = useOptInNode();

const PHONE = '+14155550123';

const history = async () => {
	const options = { ip: '203.0.113.7', language: 'en' };
	await shop.run('recordConsent', { wording: 'Text me <b>offers</b>', options }, [
		{ phone: PHONE, smsConsent: true, created_at: '2026-05-03T14:05:00Z' },
	]);
	await shop.run('optOut', { options: { note: 'by e-mail' } }, [{ phone: PHONE }]);
};

test('tells every event, where it stands, and that the chain is whole', async () => {
	await history();
	const run = await shop.run('getProof', {}, [{ phone: '(415) 555-0123' }], { credentials: { commerceSmsShopApi: { defaultCountry: 'US' } } });
	expect(run.outputs[0]?.[0]?.binary).toBeUndefined();
	expect(jsonOf(run, 0)).toMatchObject([
		{
			phone: '+1********23',
			phoneFull: PHONE,
			shop: 'default',
			states: { marketing: { status: 'revoked', confirmedAt: '2026-05-03T14:05:00.000Z' } },
			optOut: { origin: 'operator' },
			erasedAt: null,
			chainIntact: true,
			events: [
				{
					number: 1,
					purpose: 'marketing',
					action: 'record',
					status: 'confirmed',
					source: 'checkout',
					actor: 'customer',
					givenAt: '2026-05-03T14:05:00.000Z',
					language: 'en',
					wording: 'Text me <b>offers</b>',
					wordingHash: sha256('Text me <b>offers</b>'),
					evidence: { ip: '203.0.113.7' },
					previousHash: '',
				},
				{ number: 2, action: 'revoke', status: 'revoked', actor: 'operator', evidence: { note: 'by e-mail' } },
			],
		},
	]);
});

test('the JSON alone is enough to work the hashes out again', async () => {
	await history();
	const [proof] = jsonOf(await shop.run('getProof', {}, [{ phone: PHONE }]), 0) as [Record<string, unknown>];
	type Event = Record<'purpose' | 'channel' | 'action' | 'status' | 'source' | 'actor' | 'evidenceDigest' | 'hash' | 'givenAt' | 'recordedAt', string> &
		Record<'language' | 'wordingHash', string | null> & { number: number };
	let previous = '';
	for (const event of proof.events as Event[]) {
		const times = [Date.parse(event.givenAt), Date.parse(event.recordedAt)];
		const line = ['consent-event-1', proof.shop, proof.subject, event.number, event.purpose, event.channel, event.action, event.status, event.source, event.actor];
		previous = sha256(JSON.stringify([...line, event.language, event.wordingHash, ...times, event.evidenceDigest, previous]));
		expect(event.hash).toBe(previous);
	}
});

test('the page is a file without a phone in its name', async () => {
	await history();
	const { outputs } = await shop.run('getProof', { output: 'page' }, [{ phone: PHONE }]);
	const { json, binary } = outputs[0]?.[0] ?? { json: {} as IDataObject };
	expect(binary?.proof).toMatchObject({ mimeType: 'text/html', fileName: `proof-${String(json.subject).slice(0, 12)}.html` });
	const html = Buffer.from(binary?.proof?.data ?? '', 'base64').toString();
	expect(html).toContain('Acme Store');
	expect(html).toContain(PHONE);
	expect(html).toContain('Text me &lt;b&gt;offers&lt;/b&gt;');
});

test('somebody who was forgotten: the chain stays, without phone and evidence', async () => {
	await history();
	await shop.withLedger((ledger) => ledger.forgetPerson('default', { phone: PHONE }, new Date()));
	const [proof] = jsonOf(await shop.run('getProof', { output: 'page' }, [{ phone: PHONE }]), 0);
	expect(proof).toMatchObject({ chainIntact: true, erasedAt: expect.any(String) as string, events: [{ evidence: null }, { evidence: null }] });
});

test.each([
	['+14155550199', 'Nothing about this number was ever recorded'],
	['hello', 'has letters in it'],
	['', 'is empty'],
])('%j: not found, and why', async (phone, reason) => {
	const { outputs } = await shop.run('getProof', {}, [{ phone }]);
	expect(outputs[0]).toEqual([]);
	expect(outputs[1]?.[0]?.json.reason).toContain(reason);
});
