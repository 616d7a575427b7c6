import { type Payload, payloadOf } from './fixtures';

export const order = (more: Payload = {}): Payload => ({ ...payloadOf('woocommerce', 'order-processing'), ...more });
export const meta = (...entries: ReadonlyArray<readonly [string, unknown]>) => ({
	meta_data: entries.map(([key, value], index) => ({ id: index + 1, key, value })),
});
