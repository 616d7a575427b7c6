// The webhooks that are set up at a shop's twin. The twins keep them and call nobody: what a shop tells is for the tests to say.

export interface TwinWebhook {
	readonly id: number;
	/** In the shop's own words. */
	readonly fields: Readonly<Record<string, unknown>>;
}

export interface TwinWebhooks {
	list(): readonly TwinWebhook[];
	add(fields: Readonly<Record<string, unknown>>): TwinWebhook;
	/** Undefined when there is none of that number. */
	remove(id: number): TwinWebhook | undefined;
	clear(): void;
}

export function createTwinWebhooks(): TwinWebhooks {
	const webhooks = new Map<number, TwinWebhook>();
	let lastId = 0;
	return {
		list: () => [...webhooks.values()],
		add(fields) {
			const webhook = { id: ++lastId, fields };
			webhooks.set(webhook.id, webhook);
			return webhook;
		},
		remove(id) {
			const webhook = webhooks.get(id);
			webhooks.delete(id);
			return webhook;
		},
		clear: () => webhooks.clear(),
	};
}
