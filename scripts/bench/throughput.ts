import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { twilio } from '../../lib/carriers/twilio';
import { drainOutbox } from '../../lib/flows/drain-outbox';
import { createPaces } from '../../lib/flows/pace';
import { type SendingDeps } from '../../lib/flows/send-claimed';
import { type Ledger } from '../../lib/ledger/ledger';
import { openSqliteLedger } from '../../lib/ledger/sqlite';
import { type Bench } from './bench';

const SPEEDS = [10, 100];
const DRAINS = 4;
const MINUTE_MS = 60_000;
const CARRIER_MS = 60;
const SENDER = '72345';
/** A Tuesday; noon where +1 212 is. */
const NOON = Date.parse('2026-12-01T17:00:00Z');

export const throughput: Bench = {
	about: `Messages per second of a sender over a minute, ${SPEEDS.join(' and ')} a second, ${DRAINS} drains of an outbox on disk side by side: how far off the set value`,
	unit: '% off',
	higherIsBetter: false,
	async run() {
		const runs: number[] = [];
		for (const perSecond of SPEEDS) runs.push(await held(perSecond));
		return { runs };
	},
};

async function held(perSecond: number): Promise<number> {
	const folder = mkdtempSync(join(tmpdir(), 'commerce-sms-bench-'));
	const ledger = await openSqliteLedger(join(folder, 'ledger.sqlite'), new Date(NOON));
	try {
		await fill(ledger, Math.ceil(perSecond * 63));
		const starts: number[] = [];
		const deps = depsFor(ledger, perSecond, starts);
		const stopAt = new Date(deps.now().getTime() + MINUTE_MS + 1_000);
		const profile = { key: 'default', timeZone: 'Etc/UTC', optOutScope: 'everything' } as const;
		const drain = () => drainOutbox({ profile, parallel: 10, stopAt }, deps, () => undefined);
		await Promise.all(Array.from({ length: DRAINS }, drain));
		const [first = 0] = starts;
		const inAMinute = starts.filter((start) => start < first + MINUTE_MS).length;
		process.stderr.write(
			`${perSecond} a second: ${inAMinute} texts in a minute, ${mostIn(1_000, starts)} at most in any second\n`,
		);
		return Math.abs(inAMinute / (perSecond * 60) - 1) * 100;
	} finally {
		await ledger.close();
		rmSync(folder, { recursive: true });
	}
}

/** Offers to so many people who have consented, due now. */
async function fill(ledger: Ledger, count: number): Promise<void> {
	const now = new Date(NOON);
	const phones = Array.from({ length: count }, (_, index) => `+1212${5_550_000 + index}`);
	const campaign = await ledger.openCampaign({ shop: 'default', name: 'Bench', kind: 'announcement', newId: randomUUID() }, now);
	for (let start = 0; start < count; start += 500) {
		const some = phones.slice(start, start + 500);
		const entry = { purpose: 'marketing', action: 'record', source: 'checkout', actor: 'customer', givenAt: now, wording: 'Yes', language: 'en' } as const;
		await ledger.recordConsents('default', some.map((phone) => ({ ...entry, phone, evidence: { formUrl: 'https://acme.example' } })), now);
		const text = { purpose: 'marketing', text: 'Acme: 20% off. STOP to end.', language: 'en', encoding: 'GSM-7', segments: 1, hasOptOut: true } as const;
		const planned = some.map((to) => ({
			...text,
			sendId: randomUUID(),
			key: to,
			to,
			carrier: 'twilio',
			sender: SENDER,
			dueAt: now,
			message: { purpose: 'marketing', recipient: { phone: to } } as const,
		}));
		await ledger.planTexts(campaign, planned, now);
	}
}

function depsFor(ledger: Ledger, perSecond: number, starts: number[]): SendingDeps {
	const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
	const paces = createPaces({ time: () => performance.now(), wait });
	const ahead = NOON - Date.now();
	return {
		ledger,
		carrier: twilio,
		config: twilio.readConfig({ accountSid: `AC${'0'.repeat(32)}`, authToken: 'bench' }),
		paceOf: (sender) => paces(sender, perSecond),
		async exchange() {
			starts.push(performance.now());
			await wait(CARRIER_MS);
			return { status: 201, headers: {}, body: JSON.stringify({ sid: `SM${randomUUID()}`, status: 'queued' }), receivedAt: new Date() };
		},
		wait,
		newId: randomUUID,
		chance: Math.random,
		now: () => new Date(Date.now() + ahead),
	};
}

/** The most that any span of that length has seen. */
function mostIn(spanMs: number, starts: readonly number[]): number {
	let [first, most] = [0, 0];
	for (const [last, start] of starts.entries()) {
		while (start - (starts[first] as number) >= spanMs) first++;
		most = Math.max(most, last - first + 1);
	}
	return most;
}
