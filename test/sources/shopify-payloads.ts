import { type Payload, payloadOf } from './fixtures';

/** What Shopify sends and answers, to be changed at will. */
export const order = (more: Payload = {}): Payload => ({ ...payloadOf('shopify', 'order-paid'), ...more });
export const fulfillment = (more: Payload = {}): Payload => ({
	...payloadOf('shopify', 'fulfillment-created'),
	...more,
});
export const fulfillmentEvent = (more: Payload = {}): Payload => ({
	...payloadOf('shopify', 'fulfillment-event'),
	...more,
});
export const graphqlOrder = (more: Payload = {}): Payload => {
	const { data } = payloadOf('shopify', 'graphql-order') as { data: { order: Payload } };
	return { ...data.order, ...more };
};
