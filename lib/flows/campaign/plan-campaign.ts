import { type BestHour } from '../../domain/campaign/best-hour';
import { isDomainError } from '../../domain/errors';
import { type Campaign, type CampaignVerbs } from '../../ledger/campaigns';
import { lookupForm } from '../../domain/codes/lookup-form';
import { type StoredCode } from '../../ledger/codes';
import { type OutboxVerbs, type PlannedSkip, type PlannedText } from '../../ledger/outbox';
import { type CodeDeps, giveCode, GIVING_PROBLEMS } from '../give-code';
import { runInLanes } from '../run-in-lanes';
import { type AudiencePerson } from './audience';
import { type Candidate, type Judged, judgeFor, type JudgeDeps } from './judge';
import { type LeftOut, type Sifted, sifter } from './sift';
import { textCodeOf, wantsLink, type WrittenText, writeText } from './write-text';

/** What became of somebody of the audience. */
export type PlannedPerson = { readonly person: AudiencePerson } & (
	| ({
			readonly outcome: 'planned';
			readonly sendId: string;
			readonly text: WrittenText;
			readonly dueAt: Date;
			readonly bestHour?: BestHour | undefined;
			readonly code?: StoredCode | undefined;
			/** Why it waits; undefined when it may leave at once. */
			readonly waits?: Omit<LeftOut, 'nextOpening'> | undefined;
	  })
	| Sifted
);

export interface PlanDeps extends CodeDeps, Pick<JudgeDeps, 'now'> {
	readonly ledger: CodeDeps['ledger'] & JudgeDeps['ledger'] & OutboxVerbs & CampaignVerbs;
	/** Id of the carrier that the texts are for. */
	readonly carrierId: string;
	/** Unguessable, of letters and digits, at least 8. */
	newToken(): string;
	/** The page where people leave, for a token; undefined when no such page is served. */
	readonly unsubscribePage?: ((token: string) => string) | undefined;
}

/** So many codes are drawn side by side: they share commits. */
const PARALLEL = 50;

/**
 * Puts the texts of a campaign into the outbox, page by page; nothing is sent yet. Doing it again, after a crash or with the same
 * people, plans nobody's text a second time: they come back as `there`.
 *
 * @returns what is called for each page; answers in the page's order.
 * @throws DomainError (from a page) for a text that nobody can be sent: a bad template, a missing setting, a void series.
 */
export function pagePlanner(campaign: Campaign, deps: PlanDeps) {
	const judge = judgeFor(deps);
	const sift = sifter(campaign.id, deps.ledger);
	return async (page: readonly Candidate[]): Promise<PlannedPerson[]> => {
		const { answers, open } = await sift(page);
		const planned = await planAll(campaign, await judge(open), deps);
		const all = page.map((candidate) => answers.get(candidate) ?? (planned[open.indexOf(candidate)] as PlannedPerson));
		const skips = all.flatMap((answer) => skipOf(answer, deps));
		if (skips.length > 0) await deps.ledger.noteSkips(campaign, skips, deps.now());
		return all;
	};
}

interface Writing extends Judged {
	readonly sendId: string;
	code?: StoredCode;
	leftOut?: LeftOut;
	text?: WrittenText;
}

async function planAll(campaign: Campaign, judged: readonly Judged[], deps: PlanDeps): Promise<PlannedPerson[]> {
	const writings: Writing[] = judged.map((one) => {
		const { decision } = one;
		const leftOut = decision.action === 'skip' ? leftOutBy(decision) : undefined;
		return { ...one, sendId: deps.newId(), ...(leftOut && { leftOut }) };
	});
	await giveCodes(campaign, writings, deps);
	await writeAll(campaign, writings, deps);
	const ready = writings.filter((writing) => writing.text !== undefined);
	const now = deps.now();
	const results = await deps.ledger.planTexts(campaign, ready.map((writing) => plannedText(writing, deps, now)), now);
	const resultOf = new Map(ready.map((writing, index) => [writing, results[index]]));
	return writings.map((writing): PlannedPerson => {
		const { person, text, leftOut, decision, sendId } = writing;
		const result = resultOf.get(writing);
		if (!text || !result) return { person, outcome: 'left-out', ...(leftOut as LeftOut) };
		if (result.outcome === 'cancelled') return { person, outcome: 'left-out', ...CANCELLED };
		if (result.outcome === 'there') return { person, ...result, outcome: 'there' };
		const waits = decision.action === 'wait' ? leftOutBy(decision) : undefined;
		return { person, outcome: 'planned', sendId, text, dueAt: result.at, bestHour: writing.wish.bestHour, code: writing.code, waits };
	});
}

const CANCELLED: LeftOut = { rule: 'campaign-cancelled', reason: 'The campaign was cancelled in the meantime.' };

const leftOutBy = ({ rule, reason, law, nextOpening }: LeftOut): LeftOut => ({ rule, reason, law, nextOpening });

/** Only those get a code who get a text; the same person of the same campaign always gets the same. */
async function giveCodes(campaign: Campaign, writings: readonly Writing[], deps: PlanDeps): Promise<void> {
	const failures: unknown[] = [];
	const jobs = writings.flatMap((writing) => {
		const { series } = writing.settings;
		if (!series || writing.leftOut) return [];
		const give = async () => {
			const key = `campaign:${campaign.id}:${writing.person.key}`;
			const given = await giveCode(series, { key, phone: writing.to }, deps);
			if (given.problem === undefined) writing.code = given.code;
			else writing.leftOut = { rule: given.problem, reason: GIVING_PROBLEMS[given.problem] };
		};
		return [{ keys: [], run: () => give().catch((error: unknown) => void failures.push(error)) }];
	});
	await runInLanes(jobs, PARALLEL);
	if (failures.length > 0) throw failures[0];
}

async function writeAll(campaign: Campaign, writings: readonly Writing[], deps: PlanDeps): Promise<void> {
	const { unsubscribePage, ledger } = deps;
	const now = deps.now();
	const open = writings.filter(({ leftOut }) => !leftOut);
	const linked = open.filter((writing) => unsubscribePage && wantsLink(writing));
	const wanted = linked.map(({ to }) => ({ phone: to, newToken: deps.newToken() }));
	const tokens = wanted.length > 0 ? await ledger.unsubscribeTokens(campaign.shop, wanted, now) : [];
	const tokenOf = new Map(linked.map((writing, index) => [writing, tokens[index] as string]));
	for (const writing of open) {
		const token = tokenOf.get(writing);
		const code = writing.code && textCodeOf(writing.code, writing.settings);
		try {
			writing.text = writeText(campaign, writing, { code, unsubscribeUrl: token && unsubscribePage?.(token) }, now);
		} catch (error) {
			const leftOut = tooLong(error);
			if (!leftOut) throw error;
			writing.leftOut = leftOut;
		}
	}
}

/** A long name makes one text too long; it keeps nobody else's back. */
export function tooLong(error: unknown): LeftOut | undefined {
	if (!isDomainError(error) || error.code !== 'too-long') return undefined;
	return { rule: 'too-long', reason: [`${error.message}.`, error.hint].filter(Boolean).join(' ') };
}

function plannedText({ sendId, person, to, text, code, message, decision }: Writing, deps: PlanDeps, now: Date): PlannedText {
	const { text: words, language, encoding, segments, sender, picture, variant, hasOptOut } = text as WrittenText;
	const waits = decision.action === 'wait' ? decision : undefined;
	return {
		sendId,
		purpose: 'marketing',
		key: person.key,
		to,
		text: words,
		language,
		encoding,
		segments,
		carrier: deps.carrierId,
		sender,
		picture,
		variant,
		code: code && lookupForm(code.code),
		hasOptOut,
		country: person.phone.country,
		dueAt: waits?.until ?? now,
		rule: waits?.rule,
		reason: waits?.reason,
		message,
	};
}

/** Whose number cannot be read has no place in the ledger. */
function skipOf(answer: PlannedPerson, deps: Pick<PlanDeps, 'newId'>): PlannedSkip[] {
	const { person } = answer;
	if (answer.outcome !== 'left-out' || !person.phone.e164) return [];
	const { rule, reason } = answer;
	return [{ key: person.key, phone: person.phone.e164, sendId: deps.newId(), rule, reason, country: person.phone.country }];
}
