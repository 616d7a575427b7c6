import { type SendReceipt } from '../carriers/carrier';
import { type ComposedText, type ComposeSettings, composeText } from '../domain/compose';
import { type TextCode, zoneOfEstimates } from '../domain/compose-values';
import { type CarrierError, DomainError } from '../domain/errors';
import { type EtaThreshold, isLater } from '../domain/eta-change';
import { type ConsentAnswer, consentFor } from '../domain/consent/check';
import { decide, type DltRegistration, type GateFacts, type OrderDecision, type OrderMessage } from '../domain/gate';
import { type OpeningHours } from '../domain/law/hours';
import { type OrderEvent } from '../domain/order-event';
import { meantParcel, orderRefs, parcelOf } from '../domain/order-identity';
import { chooseRecipient, readPhone, type Recipient } from '../domain/phone';
import { senderFor, type SenderTable } from '../domain/sender-table';
import { isTextedStage, type TextedStage } from '../domain/stages';
import { type Ledger, type OrderFacts, type SendProposal } from '../ledger/ledger';
import { sightingOf, subjectOf } from './order-history';
import { dltOf, sendClaimed, type SendingDeps, type TakenOver } from './send-claimed';

/** What the operator set for one item. */
export interface OrderUpdateSettings extends ComposeSettings {
	readonly stagesToText: readonly TextedStage[];
	/** E.164 of the operator's own phone: every text goes there, and nothing is remembered. */
	readonly testRedirect?: string | undefined;
	/** @default 'hold' */
	readonly whenUnknown: 'hold' | 'resend';
	/** @default 'skip' */
	readonly whenDead: 'skip' | 'try';
	/** By how much an estimate has to get later before a delay is told. @default 'half-day' */
	readonly tellDelays?: EtaThreshold | undefined;
	/** A promo code for own texts; one of ours brings its value and its end along. */
	readonly promoCode?: string | undefined;
	/** When texts may arrive, by the customer's clock; undefined: at any hour. Others go to the outbox. */
	readonly hours?: OpeningHours | undefined;
	/** Who texts come from where `senders` names nobody for the country. */
	readonly sender: string;
	readonly senders?: SenderTable | undefined;
	/** Address of a picture that goes with the text. */
	readonly picture?: string | undefined;
	/** India's registration; the template is that of the own text. */
	readonly dlt?: Pick<DltRegistration, 'entityId' | 'header'> | undefined;
}

export interface Update {
	readonly event: OrderEvent;
	readonly decision: OrderDecision;
	/** The text; missing when the gate skipped the event. */
	readonly composed?: ComposedText | undefined;
	/** E.164; the redirect's number for a test text. */
	readonly to?: string | undefined;
	/** Who would have got a redirected text. */
	readonly redirectedFrom?: string | undefined;
	/** Address of a picture that goes with it. */
	readonly picture?: string | undefined;
	/** Order number as known after this event. */
	readonly orderNumber?: string | undefined;
}

export type SentUpdate = Update & {
	/** The carrier took it. */
	readonly receipt?: SendReceipt | undefined;
	/** The carrier did not, or nobody knows. */
	readonly error?: CarrierError | undefined;
	readonly takenOver?: TakenOver | undefined;
};

/**
 * One order event becomes one text, or a reason why not.
 *
 * Order of things: remember the event, ask the gate and claim the text (one transaction), send, record how it ended. When
 * the process dies in between, the claim stays and the text is not sent a second time.
 *
 * @throws DomainError for a text that cannot be written (template, limit); nothing is claimed or sent then.
 */
export async function sendOrderUpdate(
	event: OrderEvent,
	settings: OrderUpdateSettings,
	deps: SendingDeps,
): Promise<SentUpdate> {
	const { ledger, carrier } = deps;
	const newIds = { order: deps.newId(), person: deps.newId() };
	const plan = planner(event, settings, await lookUpOffer(event, settings, ledger));
	const sighting = sightingOf(event, settings, plan.recipient, newIds);
	const sendId = deps.newId();
	let update: PlannedUpdate | undefined;
	let failure: unknown;
	await ledger.claimSend(sighting, (facts) => {
		[update, failure] = [undefined, undefined];
		try {
			update = plan.update(facts);
		} catch (error) {
			failure = error; // a mistake in a text undoes nothing of what the event told us about the order
			return null;
		}
		return proposalOf(update, sendId, carrier.id);
	});
	if (failure !== undefined) throw failure;
	const { composed, to, sender, decision, message, picture } = update as PlannedUpdate;
	if (!composed || !to || decision.action === 'wait') return update as PlannedUpdate;
	const dlt = dltOf(to, message.dlt);
	const result = await sendClaimed(sendId, { to, from: sender, text: composed.text, picture, dlt }, deps);
	return { ...(update as PlannedUpdate), ...result };
}

/** What the ledger is asked to claim, or to put into the outbox; null when nothing is to be sent. */
function proposalOf(
	{ decision, composed, to, sender, picture, message }: PlannedUpdate,
	sendId: string,
	carrier: string,
): SendProposal | null {
	const { stage } = message;
	if (decision.action === 'skip' || !composed || !to || !stage || !isTextedStage(stage)) return null;
	const { text, language, encoding, segments } = composed;
	const proposal = { sendId, stage, purpose: 'transactional', to, text, language, encoding, segments, carrier, sender, picture } as const;
	if (decision.action === 'send') return proposal;
	const { until: dueAt, rule, reason } = decision;
	return { ...proposal, postponed: { dueAt, rule, reason, message } };
}

/** The same work, nothing sent and nothing recorded. */
export async function previewOrderUpdate(
	event: OrderEvent,
	settings: OrderUpdateSettings,
	ledger: Pick<Ledger, 'lookUpEvent' | 'findCode' | 'consentFacts'>,
): Promise<Update> {
	const plan = planner(event, settings, await lookUpOffer(event, settings, ledger));
	return plan.update(await ledger.lookUpEvent(sightingOf(event, settings, plan.recipient, { order: '', person: '' })));
}

/** A promo code that a text may give, and whether this phone may be sent offers. */
interface KnownOffer {
	readonly code: TextCode;
	readonly phone: string | undefined;
	readonly consent: ConsentAnswer;
}

/**
 * Asked before the text is claimed: who consented and takes it back in between is still kept from texts by the opt-out itself.
 *
 * @throws DomainError `bad-setting` for a code that was voided.
 */
async function lookUpOffer(
	event: OrderEvent,
	settings: OrderUpdateSettings,
	ledger: Pick<Ledger, 'lookUpEvent' | 'findCode' | 'consentFacts'>,
): Promise<KnownOffer | undefined> {
	const { promoCode, profile, now } = settings;
	if (!promoCode) return undefined;
	const recipient = chooseRecipient(event.phones, event.country ?? profile.defaultCountry);
	const { details } = await ledger.lookUpEvent(sightingOf(event, settings, recipient, { order: '', person: '' }));
	const [facts] = details.phone ? await ledger.consentFacts(profile.key, [details.phone]) : [];
	const consent = consentFor('marketing', facts ?? { states: {} }, profile.optOutScope, now);
	return { code: await textCodeOf(promoCode, settings, ledger), phone: details.phone, consent };
}

/** One that the ledger does not know, such as a code made in the shop, is written as it is. */
async function textCodeOf(
	promoCode: string,
	{ profile }: OrderUpdateSettings,
	ledger: Pick<Ledger, 'findCode'>,
): Promise<TextCode> {
	const known = await ledger.findCode(profile.key, promoCode);
	if (!known) return { code: promoCode };
	const { status, series, code, until } = known;
	if (status === 'void' || series.voidedAt) {
		throw new DomainError(
			'bad-setting',
			`The promo code ${code} was voided`,
			'Give the customer another one, or leave Promo Code empty.',
		);
	}
	const { reward, validity } = series.offer;
	return { code, reward, until, timeZone: validity.kind === 'days' ? validity.timeZone : profile.timeZone };
}

/** An update that was thought through, with what the gate was asked. */
interface PlannedUpdate extends Update {
	readonly message: OrderMessage;
	readonly sender: string;
}

function planner(event: OrderEvent, settings: OrderUpdateSettings, offer: KnownOffer | undefined) {
	const { profile, testRedirect } = settings;
	const recipient = chooseRecipient(event.phones, event.country ?? profile.defaultCountry);
	const redirect = testRedirect ? readPhone(testRedirect, profile.defaultCountry) : undefined;
	const update = (facts: OrderFacts): PlannedUpdate => {
		const { details } = facts;
		const to = redirect?.e164 ?? details.phone;
		const ask = (message: OrderMessage, known: GateFacts): PlannedUpdate => ({
			event,
			message,
			decision: decide(message, known, settings.now),
			to: details.phone,
			sender: senderOf(to, settings),
			picture: settings.picture,
			orderNumber: details.number,
		});
		const planned = ask(messageOf(event, settings, recipient, facts), facts);
		const { decision } = planned;
		if (decision.action === 'skip') return planned;
		const stage = event.stage as TextedStage; // others were skipped
		const subject = subjectOf(event, facts, recipient);
		const composed = composeText(stage, { ...subject, code: offer?.code }, settings);
		const text = { composed, to, redirectedFrom: redirect && details.phone };
		// where the code stands in this text: built-in ones, and own ones of other languages, have no place for it
		const isOffer = offer !== undefined && composed.text !== composeText(stage, subject, settings).text;
		const dlt = settings.dlt && { ...settings.dlt, templateId: composed.dltTemplateId };
		if (!isOffer && !dlt) return { ...planned, ...text };
		const consent = offer?.phone === details.phone ? offer?.consent : undefined;
		const again = ask({ ...planned.message, hasOffer: isOffer || undefined, dlt }, isOffer ? { ...facts, consent } : facts);
		return again.decision.action === 'skip' ? again : { ...again, ...text };
	};
	return { recipient, update };
}

function messageOf(
	event: OrderEvent,
	settings: OrderUpdateSettings,
	recipient: Recipient | undefined,
	facts: OrderFacts,
): OrderMessage {
	const { profile } = settings;
	const { details } = facts;
	return {
		purpose: 'transactional',
		stage: event.stage,
		stageEvidence: event.stageEvidence,
		occurredAt: event.occurredAt,
		stagesToText: settings.stagesToText,
		isIdentified: orderRefs(event).length > 0,
		phoneProblem: details.phone ? undefined : (recipient?.problem ?? 'none'),
		lookup: event.lookup,
		unmovedEta: unmovedEtaOf(event, settings, facts),
		isTestOrder: event.test,
		isRedirected: settings.testRedirect !== undefined,
		optOutScope: profile.optOutScope,
		whenUnknown: settings.whenUnknown,
		whenDead: settings.whenDead,
		hours: settings.hours,
		recipient: {
			phone: details.phone,
			timeZone: settings.timeZone,
			country: details.country,
			shopTimeZone: profile.timeZone,
			shopCountry: profile.defaultCountry,
		},
	};
}

/** The estimate that the parcel had before, beside the event's, where the change is too small to be told. */
function unmovedEtaOf(
	event: OrderEvent,
	{ profile, timeZone, tellDelays = 'half-day' }: OrderUpdateSettings,
	{ details, parcels }: OrderFacts,
): OrderMessage['unmovedEta'] {
	if (event.stage !== 'delayed' || !event.eta) return undefined;
	const meant = meantParcel(
		parcelOf(event),
		parcels.map(({ parcel }) => parcel),
	);
	const before = parcels.find(({ parcel }) => parcel === meant)?.eta;
	const zone = zoneOfEstimates(details.country, profile, timeZone);
	return before && isLater(before, event.eta, tellDelays, zone) === false ? { before, after: event.eta } : undefined;
}

/** Who a text to that number comes from. */
function senderOf(to: string | undefined, { sender, senders = [] }: OrderUpdateSettings): string {
	if (!to || senders.length === 0) return sender;
	return senderFor(readPhone(to, undefined).country, senders, sender);
}
