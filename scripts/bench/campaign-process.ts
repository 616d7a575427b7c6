// Fills a ledger with people, or runs a campaign for them: each in a process of its own, so that its memory is its own.
import { randomFillSync, randomUUID } from 'node:crypto';
import { type Carrier, type CarrierConfig } from '../../lib/carriers/carrier';
import { twilio } from '../../lib/carriers/twilio';
import { peopleWho } from '../../lib/flows/campaign/audience';
import { type Candidate } from '../../lib/flows/campaign/judge';
import { openCampaign } from '../../lib/flows/campaign/open-campaign';
import { type PlanDeps } from '../../lib/flows/campaign/plan-campaign';
import { runCampaign } from '../../lib/flows/campaign/run-campaign';
import { type CampaignSettings } from '../../lib/flows/campaign/settings';
import { countDrained, countPlanned, newRunTally } from '../../lib/flows/campaign/tally';
import { type SendingDeps } from '../../lib/flows/send-claimed';
import { type Ledger } from '../../lib/ledger/ledger';
import { openSqliteLedger } from '../../lib/ledger/sqlite';

const [what, file = '', people = ''] = process.argv.slice(2);
const PEOPLE = Number(people);
const PARALLEL = 50;
/** Written in one transaction. */
const CHUNK = 2_000;
/** A Tuesday; nobody in Poland sleeps. */
const NOW = new Date('2026-12-01T11:00:00Z');
const PROFILE = { key: 'default', brand: 'Acme', timeZone: 'Europe/Warsaw', optOutScope: 'everything' } as const;
const CONSENTED = { consent: { purpose: 'marketing', status: 'confirmed' } } as const;

const SETTINGS: CampaignSettings = {
	profile: PROFILE,
	kind: 'announcement',
	wordings: ['A', 'B'].map((name) => ({ name, weight: 1, texts: [{ text: `Hi {first_name|there}, sale ${name} is on` }] })),
	sendTime: { kind: 'asap' },
	whenTooMany: 'skip',
	isAgeRestricted: false,
	isFreeToEndUser: false,
	sender: '+48732100100',
	senders: [],
	smartEncoding: true,
	maxSegments: 3,
};

const phone = (person: number): string => `+48600${String(person).padStart(6, '0')}`;

async function fill(ledger: Ledger): Promise<void> {
	const before = new Date('2026-06-01');
	for (let start = 0; start < PEOPLE; start += CHUNK) {
		const numbers = Array.from({ length: CHUNK }, (_, index) => phone(start + index));
		const people = numbers.map((number) => ({ phone: number, firstName: 'Maria', language: 'pl', country: 'PL', source: 'import', newId: randomUUID() }));
		await ledger.savePeople(PROFILE.key, people, before);
		const consents = numbers.map(
			(number) => ({ phone: number, purpose: 'marketing', action: 'record', source: 'checkout', actor: 'customer', givenAt: before, evidence: {} }) as const,
		);
		await ledger.recordConsents(PROFILE.key, consents, before);
	}
}

function depsOf(ledger: Ledger): PlanDeps & SendingDeps {
	let sid = 0;
	return {
		ledger,
		shop: PROFILE.key,
		carrierId: twilio.id,
		carrier: twilio as Carrier<CarrierConfig>,
		config: twilio.readConfig({ accountSid: `AC${'0'.repeat(32)}`, authToken: 'dummy', baseUrl: 'http://127.0.0.1' }),
		exchange: async () =>
			await Promise.resolve({
				status: 201,
				headers: {},
				body: JSON.stringify({ sid: `SM${String(sid++).padStart(32, '0')}`, status: 'queued', num_segments: '1' }),
				receivedAt: NOW,
			}),
		wait: () => Promise.resolve(),
		newId: randomUUID,
		newToken: () => randomUUID().slice(0, 8),
		randomFill: (buffer) => void randomFillSync(buffer),
		chance: () => 0,
		now: () => NOW,
	};
}

async function measure(ledger: Ledger): Promise<void> {
	const deps = depsOf(ledger);
	const tally = newRunTally();
	const begun = await openCampaign({ shop: PROFILE.key, name: 'Bench', kind: 'announcement' }, deps);
	async function* audience(): AsyncGenerator<readonly Candidate[]> {
		for await (const page of peopleWho(CONSENTED, 0, deps)) yield page.map((person) => ({ person, settings: SETTINGS }));
	}
	const started = performance.now();
	await runCampaign(begun, audience(), { profile: PROFILE, parallel: PARALLEL }, deps, {
		onPlanned: (planned) => countPlanned(tally, planned),
		onDrained: (drained) => countDrained(tally, drained),
	});
	const seconds = (performance.now() - started) / 1000;
	if (tally.sent !== PEOPLE) throw new Error(`${tally.sent} of ${PEOPLE} texts were sent: ${JSON.stringify(tally.skipped)}`);
	console.log(JSON.stringify({ seconds, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) }));
}

void openSqliteLedger(file, NOW).then(async (ledger) => {
	await (what === 'fill' ? fill(ledger) : measure(ledger));
	await ledger.close();
});
