// A request to send a text: the carrier's checks, then the faults that were asked for, then acceptance.
import { isAnswer, type CarrierTwin } from './carrier';
import { type Answer, type ApiRequest } from './http';
import { acceptText } from './lifecycle';
import { type World } from './world';

/** What the client gets: an answer after some time, or a connection that closes. */
export type Reaction = { readonly answer: Answer; readonly afterMs: number } | 'close';

const DEFAULT_SLOWNESS_MS = 5_000;

/** Answers a request to send, as the carrier would and as the faults command. */
export function handleSend(world: World, twin: CarrierTwin, request: ApiRequest): Reaction {
	const reaction = react(world, twin, request);
	world.changed();
	return reaction;
}

function react(world: World, twin: CarrierTwin, request: ApiRequest): Reaction {
	const { faults, timing, run } = world;
	const reply = (answer: Answer, afterMs = timing.latencyMs): Reaction => ({ answer, afterMs });

	const order = twin.readSend(request);
	if (isAnswer(order)) {
		run.counters.refused++;
		return reply(order);
	}
	const { phone } = order;

	const throttle = faults.take('throttle', twin.id, phone);
	if (throttle) {
		run.counters.throttled++;
		return reply(twin.throttled(throttle.retryAfterSeconds ?? 1));
	}
	const broken = faults.take('server-error', twin.id, phone);
	if (broken) run.counters.serverErrors++;
	if (broken && !broken.accepted) return reply(twin.broken());

	const message = acceptText(world, twin, order);
	run.counters.accepted++;
	if (broken) return reply(twin.broken());
	if (faults.take('cut', twin.id, phone)) {
		run.counters.cut++;
		return 'close';
	}
	const slow = faults.take('slow', twin.id, phone);
	return reply(twin.accepted(message), slow ? (slow.ms ?? DEFAULT_SLOWNESS_MS) : timing.latencyMs);
}
