// What customers text back, through the switch that the phone page uses.
import { control, FROM, PHONE, sandbox, send, startBeforeEach, workflow } from './switches';

startBeforeEach();

describe('replies', () => {
	test('the answer says what the workflow made of it', async () => {
		sandbox.setInboundUrl(FROM, workflow.url);
		const answer = await control('POST', '/reply', { phone: '+1 (415) 555-0123', to: FROM, text: 'Hi' });
		expect(answer).toMatchObject({
			status: 200,
			json: {
				webhook: { outcome: 'accepted', status: 204, detail: 'The workflow took it (HTTP 204).' },
				message: { phone: PHONE, sender: FROM, text: 'Hi', direction: 'inbound', webhook: { outcome: 'accepted' } },
			},
		});
	});

	test('a workflow that refuses, and one that is not there, are told apart in plain words', async () => {
		sandbox.setInboundUrl(FROM, workflow.url);
		workflow.answerWith({ status: 403 });
		expect((await sandbox.reply(PHONE, 'Hi', FROM)).webhook).toMatchObject({
			outcome: 'refused',
			status: 403,
			detail: 'The workflow refused it (HTTP 403).',
		});
		workflow.answerWith({ status: 200, instead: 'hang up' });
		expect((await sandbox.reply(PHONE, 'Hi', FROM)).webhook).toMatchObject({ outcome: 'unreachable', status: null });
		sandbox.setInboundUrl(FROM, 'http://127.0.0.1:1/');
		expect((await sandbox.reply(PHONE, 'Hi', FROM)).webhook).toMatchObject({
			outcome: 'unreachable',
			detail: 'http://127.0.0.1:1/ could not be reached: nothing is listening there (connection refused).',
		});
		expect(sandbox.counters()).toMatchObject({ repliesFailed: 3, repliesDelivered: 0 });
	});

	test('without an inbound URL that is said, and the text still stands in the conversation', async () => {
		const { webhook } = await sandbox.reply(PHONE, 'Hi', FROM);
		expect(webhook).toMatchObject({
			outcome: 'no-url',
			detail: `No inbound URL is set for ${FROM}, so no workflow was told.`,
		});
		expect(sandbox.messages(PHONE)).toMatchObject([{ text: 'Hi', webhook: { outcome: 'no-url' } }]);
	});

	test('it goes to the number that texted last; names are passed over', async () => {
		await send('+447700900456', 'one', '+447700900100');
		await send('+447700900456', 'two', '+33639980100');
		await send('+447700900456', 'three', 'ACME');
		expect((await sandbox.reply('+447700900456', 'Hi')).message.sender).toBe('+33639980100');
	});

	test.each<[string, Record<string, unknown>, RegExp]>([
		['nobody texted yet', { phone: PHONE, text: 'Hi' }, /say which one/],
		['a name as target', { phone: PHONE, text: 'Hi', to: 'ACME' }, /cannot receive texts/],
		['no phone', { phone: 'abc', text: 'Hi', to: FROM }, /not a phone number/],
		['no text', { phone: PHONE, text: ' ', to: FROM }, /Type a text/],
		['a text that is none', { phone: PHONE, text: 5, to: FROM }, /has a phone and a text/],
	])('%s: explained, and nothing is recorded', async (_name, body, words) => {
		const answer = await control('POST', '/reply', body);
		expect(answer.status).toBe(400);
		expect(answer.json.error).toMatch(words);
		expect(sandbox.messages()).toEqual([]);
	});
});
