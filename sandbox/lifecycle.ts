// The way of a text after its acceptance: queued, sent, delivered or not, with a receipt for every step.
import { countSegments } from '../lib/domain/segments';
import { type CarrierTwin, type SendOrder } from './carrier';
import { type Fault } from './faults';
import { type Run } from './run';
import { type MessageChange, type MessageStatus, type SandboxMessage } from './store';
import { type WebhookCall } from './webhooks';
import { type World } from './world';

const DEFAULT_LATENESS_MS = 5_000;

interface Step {
	readonly afterMs: number;
	/** Called when the step is taken. */
	readonly change: () => MessageChange;
}

interface ReceiptFaults {
	readonly missing: boolean;
	readonly forged: boolean;
	readonly duplicate: boolean;
	readonly outOfOrder: boolean;
	readonly lateByMs: number;
}

/** Records a text that the carrier accepted, and sends it on its way now or when its time comes. */
export function acceptText(world: World, twin: CarrierTwin, order: SendOrder): SandboxMessage {
	const { encoding, segments } = countSegments(order.text);
	const message = world.store.add({
		id: twin.newMessageId(order),
		carrier: twin.id,
		direction: 'outbound',
		origin: 'api',
		phone: order.phone,
		sender: order.sender,
		pool: order.pool,
		text: order.text,
		media: order.media,
		encoding,
		segments,
		status: twin.firstStatus(order),
		receiptUrls: order.receiptUrls,
	});
	if (order.sendAt === null) deliver(world, twin, message);
	else world.run.after(order.sendAt - world.now(), () => deliverScheduled(world, twin, message.id));
	return message;
}

/** A text that did not come through the API: the carrier's own, or the answer to a webhook. It has no receipts. */
export function sendByItself(
	world: World,
	twin: CarrierTwin,
	text: { phone: string; sender: string; text: string; origin: 'webhook-answer' | 'carrier' },
): void {
	const { encoding, segments } = countSegments(text.text);
	const pool = twin.poolOf(text.sender);
	const order = { ...text, pool, media: [], receiptUrls: [], sendAt: null };
	const id = twin.newMessageId(order);
	const message = world.store.add({
		...text,
		id,
		carrier: twin.id,
		direction: 'outbound',
		pool,
		media: [],
		receiptUrls: [],
		encoding,
		segments,
		status: 'queued',
	});
	deliver(world, twin, message);
}

function deliverScheduled(world: World, twin: CarrierTwin, id: string): void {
	const message = world.store.get(id);
	if (message?.status === 'scheduled') deliver(world, twin, message);
}

function deliver(world: World, twin: CarrierTwin, message: SandboxMessage): void {
	const { run } = world;
	const failure = world.faults.take('delivery-failed', twin.id, message.phone);
	const steps = planSteps(world, twin, message, failure);
	const faults = takeReceiptFaults(world, message);
	const receipts: WebhookCall[] = [];
	let posted: Promise<void> = Promise.resolve();

	// A receipt waits for the one before it, so that their order is wrong only when a fault asks for that.
	const post = (call: WebhookCall) => {
		posted = posted.then(() => postReceipt(world, run, call, faults.duplicate));
	};
	const finish = (due: readonly WebhookCall[]) => {
		due.forEach(post);
		void posted.then(run.end);
	};

	// Each step sets the timer of the next: timers of different lengths do not always fire in the order of their times.
	const take = (index: number, alreadyWaitedMs: number) => {
		const step = steps[index] as Step;
		const isLast = index === steps.length - 1;
		run.after(step.afterMs - alreadyWaitedMs, () => {
			const changed = world.store.update(message.id, step.change());
			if (changed && changed.receiptUrls.length > 0 && !faults.missing) {
				receipts.push(twin.receipt(changed, faults.forged));
			}
			const due = faults.outOfOrder && !isLast ? [] : receipts.splice(0).reverse();
			if (!isLast) {
				due.forEach(post);
				take(index + 1, step.afterMs);
			} else if (faults.lateByMs > 0) run.after(faults.lateByMs, () => finish(due));
			else finish(due);
		});
	};
	run.begin();
	take(0, 0);
}

/** The statuses that a text passes, and when. */
function planSteps(world: World, twin: CarrierTwin, message: SandboxMessage, failure: Fault | null): Step[] {
	const { now, timing } = world;
	const finalStatus: MessageStatus = failure ? (failure.status ?? 'undelivered') : 'delivered';
	const errorCode = failure ? (failure.code ?? twin.usualFailure[failure.status ?? 'undelivered']) : null;
	const steps: Step[] = [];
	// A Messaging Service first chooses the sender; a scheduled text is queued when its time has come
	if (message.status === 'accepted' || message.status === 'scheduled') {
		steps.push({ afterMs: Math.floor(timing.sentAfterMs / 3), change: () => ({ status: 'queued' }) });
	}
	if (finalStatus !== 'failed') {
		steps.push({ afterMs: timing.sentAfterMs, change: () => ({ status: 'sent', sentAt: now() }) });
	}
	const finalAfterMs = Math.max(timing.finalAfterMs, timing.sentAfterMs);
	steps.push({ afterMs: finalAfterMs, change: () => ({ status: finalStatus, errorCode, finalAt: now() }) });
	return steps;
}

function takeReceiptFaults({ faults }: World, { carrier, phone, receiptUrls }: SandboxMessage): ReceiptFaults {
	// A text without receipts leaves the faults to the next one that has some
	const take = (kind: Fault['kind']) => (receiptUrls.length > 0 ? faults.take(kind, carrier, phone) : null);
	const late = take('late');
	return {
		missing: take('missing') !== null,
		forged: take('forged') !== null,
		duplicate: take('duplicate') !== null,
		outOfOrder: take('out-of-order') !== null,
		lateByMs: late ? (late.ms ?? DEFAULT_LATENESS_MS) : 0,
	};
}

async function postReceipt(world: World, run: Run, call: WebhookCall, twice: boolean): Promise<void> {
	for (let copy = 0; copy < (twice ? 2 : 1) && run === world.run; copy++) {
		const { report } = await world.webhooks.deliver(call);
		run.counters[report.outcome === 'accepted' ? 'receiptsSent' : 'receiptsFailed']++;
		world.changed();
	}
}
