// Everything that one running sandbox shares between its parts.
import { createTelnyx } from './carriers/telnyx';
import { createTwilio } from './carriers/twilio';
import { type CarrierId } from './accounts';
import { type CarrierTwin, type TwinParts } from './carrier';
import { createChance, type Chance } from './chance';
import { createFaults, type Faults } from './faults';
import { createOptOuts, type OptOuts } from './opt-outs';
import { createRun, type Run } from './run';
import { createShops, type Shops } from './shops';
import { createStore, type Store } from './store';
import { createWebhooks, type Webhooks } from './webhooks';

export interface Timing {
	/** How long the carrier takes to answer a request to send. */
	latencyMs: number;
	/** When an accepted text counts as sent, and when its final status comes, from the moment it was accepted. */
	sentAfterMs: number;
	finalAfterMs: number;
}

export interface World {
	readonly now: () => number;
	readonly chance: Chance;
	readonly store: Store;
	readonly faults: Faults;
	readonly optOuts: OptOuts;
	readonly webhooks: Webhooks;
	readonly twins: Readonly<Record<CarrierId, CarrierTwin>>;
	readonly shops: Shops;
	readonly timing: Timing;
	/** Replaced on every reset. */
	run: Run;
	/** Tells the page that something else than a text changed: a setting, a fault, a counter. */
	changed: () => void;
}

export interface WorldOptions {
	readonly now: () => number;
	readonly seed: number | undefined;
	readonly maxMessages: number;
	readonly timing: Timing;
	readonly retryDelayMs: number;
	readonly publicUrl: () => string;
}

export function createWorld(options: WorldOptions): World {
	const { now } = options;
	const chance = createChance(options.seed);
	const store = createStore(options.maxMessages, now);
	const optOuts = createOptOuts();
	const parts: TwinParts = {
		now,
		chance,
		optOuts,
		messages: store,
		publicUrl: options.publicUrl,
		retryDelayMs: options.retryDelayMs,
		cancel(message) {
			if (store.get(message.id)?.status !== 'scheduled') return false;
			store.update(message.id, { status: 'canceled', finalAt: now() });
			return true;
		},
		redact: (message) => void store.update(message.id, { text: '' }),
	};
	return {
		now,
		chance,
		store,
		faults: createFaults(chance),
		optOuts,
		webhooks: createWebhooks(),
		twins: { twilio: createTwilio(parts), telnyx: createTelnyx(parts) },
		shops: createShops(),
		timing: { ...options.timing },
		run: createRun(),
		changed: () => {},
	};
}

/**
 * Forgets texts, faults, blocks and counters and stops what is under way. The accounts keep their settings (an n8n that
 * is running has set its URLs there), unless they are to be as seeded as well.
 */
export function resetWorld(world: World, { account }: { account: boolean }): void {
	world.run.cancel();
	world.run = createRun();
	world.store.clear();
	world.faults.clear();
	world.optOuts.clear();
	world.shops.reset();
	if (account) {
		for (const twin of Object.values(world.twins)) {
			twin.resetAccount();
			world.optOuts.switchTo(twin.id, false);
		}
	}
	world.changed();
}
