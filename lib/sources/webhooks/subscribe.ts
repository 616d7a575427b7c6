import { type SourceApi, type Subscriptions } from './webhook';

interface SubscribingDeps {
	readonly subscriptions: Subscriptions;
	readonly api: SourceApi;
}

/** A secret in the query may be another one by now. */
const placeOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin + new URL(url).pathname : url);

/**
 * Has a source call our URL, beside the webhooks that are there already. Doing it again replaces ours, so that the topics and the
 * secret are those of today.
 *
 * @throws DomainError of the source's refusal. What was set up until then is taken out again; where that fails too, by the next try.
 */
export async function subscribe(url: string, secret: string, deps: SubscribingDeps): Promise<void> {
	await unsubscribe(url, deps);
	try {
		await deps.subscriptions.add(url, secret, deps.api);
	} catch (error) {
		await unsubscribe(url, deps).catch(() => undefined); // of several topics some may stand there
		throw error;
	}
}

/** Takes our URL out, with any query; webhooks of others stay. @throws DomainError of the source's refusal. */
export async function unsubscribe(url: string, { subscriptions, api }: SubscribingDeps): Promise<void> {
	for (const subscription of await subscriptions.list(api)) {
		if (placeOf(subscription.url) === placeOf(url)) await subscriptions.remove(subscription.id, api);
	}
}
