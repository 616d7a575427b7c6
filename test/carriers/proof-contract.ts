import { type CarrierConfig } from '../../lib/carriers/carrier';
import { type WebhookRequest } from '../../lib/wire';
import { type CarrierCases, NOW, type Proof, type WebhookCase, webhookOf } from './cases';

/** Whether a webhook is the carrier's own: everything that must be let in, and everything that must not. */
export function proofContract<Config extends CarrierConfig>(
	{ carrier, credentials, proof }: CarrierCases<Config> & { readonly proof: Proof },
	webhooks: readonly WebhookCase[],
): void {
	const byName = (name: string) => webhookOf(webhooks.find((row) => row.name === name) as WebhookCase);
	const configWith = (key: string) => carrier.readConfig({ ...credentials, ...proof.credentialsFor(key) });
	const config = configWith(proof.key);
	const text = byName('text');
	const signed = proof.sign(text, proof.key);
	const signature = proof.signatureOf?.(signed) ?? (signed.headers[proof.header] as string);
	const verify = (request: WebhookRequest, with_ = config) => carrier.verifyWebhook(request, with_, proof.document);
	const withSignature = (value: string): WebhookRequest =>
		proof.withSignature?.(signed, value) ?? { ...signed, headers: { ...signed.headers, [proof.header]: value } };
	const after = (seconds: number): WebhookRequest => ({
		...signed,
		receivedAt: new Date(NOW.getTime() + seconds * 1000),
	});

	test.each(webhooks.map((row) => [row.name, row] as const))('%s: signed it is let in, unsigned not', (_name, row) => {
		expect(verify(proof.sign(webhookOf(row), proof.key))).toBe(true);
		expect(verify(webhookOf(row))).toBe(false);
	});

	test.each<[what: string, value: string]>([
		['empty', ''],
		['a space', ' '],
		['wrong', signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))],
		['cut short', signature.slice(0, -4)],
		['one character', signature.slice(0, 1)],
		['given twice', `${signature}, ${signature}`],
		['padded with more', `${signature}AAAA`],
		['followed by what is no base64', `${signature}\u0000!`],
		...(proof.isCaseless ? [] : [['in other letters', signature.toLowerCase()] satisfies [string, string]]),
		['very long', signature.repeat(10_000)],
		['not ASCII', 'ż'.repeat(signature.length)],
	])('a signature that is %s proves nothing', (_what, value) => {
		expect(verify(withSignature(value))).toBe(false);
	});

	if (proof.signsBody !== false) {
		test('a body of which one letter was changed is refused', () => {
			expect(verify({ ...signed, body: signed.body.replace('please', 'pleasE') })).toBe(false);
			expect(verify({ ...signed, body: '' })).toBe(false);
		});

		test('a body to which something was added is refused', () => {
			expect(verify({ ...signed, body: `${signed.body}&Body=STOP` })).toBe(false);
			expect(verify({ ...signed, body: `${signed.body} ` })).toBe(false);
		});

		test('letters beyond ASCII are signed as they are', () => {
			const request = proof.sign(byName('text beyond ASCII'), proof.key);
			expect(verify(request)).toBe(true);
			expect(verify({ ...request, body: request.body.replace(/ż|%C5%BC/, 'z') })).toBe(false);
		});
	}

	test('a signature by another key is refused, and so is the key of somebody else', () => {
		expect(verify(proof.sign(text, proof.otherKey))).toBe(false);
		expect(verify(signed, configWith(proof.otherKey))).toBe(false);
		expect(verify(proof.sign(text, proof.otherKey), configWith(proof.otherKey))).toBe(true);
	});

	test('without a key to verify with nothing is let in', () => {
		for (const key of ['', ' ', 'no key at all', 'AAAA']) {
			const config_ = carrier.readConfig({ ...credentials, ...proof.credentialsFor(key) });
			expect([key, verify(signed, config_)]).toEqual([key, false]);
		}
	});

	if (proof.isSharedSecret) {
		test('without a key not even that is let in which is signed with none', () => {
			expect(verify(proof.sign(text, ''), configWith(''))).toBe(false);
		});
	}

	test('the same webhook again is let in: its id tells the repetition, not its signature', () => {
		expect([verify(signed), verify(signed), verify(after(proof.windowSeconds ?? 86_400))]).toEqual([true, true, true]);
		expect(carrier.parseWebhook(signed)).toEqual(carrier.parseWebhook(signed));
	});

	test('headers of somebody in between change nothing', () => {
		const headers = { ...signed.headers, 'x-forwarded-for': '203.0.113.7', host: 'internal:5678' };
		expect(verify({ ...signed, headers })).toBe(true);
	});

	if (proof.windowSeconds !== undefined) {
		const window = proof.windowSeconds;
		test('a webhook that is old, or from the future, is refused', () => {
			const ages = [-window - 1, -window, window, window + 1, 86_400];
			expect(ages.map((age) => verify(after(age)))).toEqual([false, true, true, false, false]);
		});
	}

	test(`the URL is ${proof.signsUrl ? 'signed too' : 'not signed: a webhook for one address is good at another'}`, () => {
		for (const url of [text.url.replace('/sms', '/smS'), `${text.url}?a=b`, text.url.replace('n8n.', 'evil.')]) {
			expect([url, verify({ ...signed, url })]).toEqual([url, !proof.signsUrl]);
		}
	});
}
