// No webhooks of its own: a subscriber in the shop sends what it likes. https://docs.medusajs.com/learn/fundamentals/events-and-subscribers
import { getOrder, type SourceWebhook } from './webhook';

export const medusa: SourceWebhook = { id: 'medusa', lookUp: (event, { baseUrl }) => getOrder(event, baseUrl) };
