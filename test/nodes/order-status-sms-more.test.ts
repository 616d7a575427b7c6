// Pictures, and India's registration of texts: only where the carrier takes them.
import nock from 'nock';
import { type IDataObject, type INodeParameters } from 'n8n-workflow';
import { shopifyOrder } from '../fixtures/shopify-order';
import { useShopOnSandbox } from '../support/shop-on-sandbox';

const shop = useShopOnSandbox();
const PICTURE = 'https://acme.example/parcel.jpg';
const ENTITY = '1101234567890123456';
const TEMPLATE = '1107123456789012345';


/** What Plivo, which takes both, was asked to send. */
async function sendByPlivo(parameters: INodeParameters, order: IDataObject): Promise<{ asked: IDataObject[]; outputs: IDataObject[][]; error: string | undefined }> {
	const asked: IDataObject[] = [];
	nock('https://api.plivo.com')
		.post(/Message/, (body: IDataObject) => asked.push(body) > 0)
		.optionally()
		.reply(202, { api_id: 'a', message: 'message(s) queued', message_uuid: ['11111111-2222-3333-4444-555555555555'] });
	const { outputs, error } = await shop.run({
		parameters: { carrier: 'plivo', sender: 'ACMEIN', ...parameters },
		credentials: {
			commerceSmsPlivoApi: { authId: 'MAXXXXXXXXXXXXXXXXXX', authToken: 'dummy', sender: 'ACMEIN', baseUrl: 'https://api.plivo.com' },
		},
		items: [order],
	});
	return { asked, outputs: outputs.map((items) => items.map(({ json }) => json)), error: error?.message };
}

const indian = () => shopifyOrder(1, { phone: '+919876543210' });
const ownText = (more: IDataObject = {}) => ({ texts: [{ stage: 'confirmed', language: '', text: 'Order {order_number} is confirmed.', ...more }] });
const INDIA = { dltEntityId: ENTITY, dltHeader: 'ACMEIN' };

test('a picture goes with the text, and the item names it', async () => {
	const { asked, outputs, error } = await sendByPlivo({ sender: '+14155550100', options: { picture: PICTURE } }, shopifyOrder(1));
	expect(error).toBeUndefined();
	expect(asked).toMatchObject([{ type: 'mms', media_urls: [PICTURE] }]);
	expect(outputs[0]).toMatchObject([{ picture: PICTURE }]);
});

test('a picture that no carrier can fetch stops the text', async () => {
	const { asked, error } = await sendByPlivo({ options: { picture: 'parcel.jpg' } }, shopifyOrder(1));
	expect([asked, error]).toEqual([[], expect.stringContaining('Picture is "parcel.jpg"')]);
});

test('what is left over of another carrier’s fields is not used', async () => {
	const { outputs, error } = await shop.run({ parameters: { options: INDIA as never }, items: [indian()] });
	expect([error, outputs[0]?.length]).toEqual([undefined, 1]); // Twilio takes no registration with a text
});

test('a registered text goes to India with its template', async () => {
	const { asked, outputs } = await sendByPlivo({ options: INDIA, ownTexts: ownText({ dltTemplateId: TEMPLATE }) as never }, indian());
	expect(asked).toMatchObject([{ dlt_entity_id: ENTITY, dlt_template_id: TEMPLATE }]);
	expect(outputs[0]).toHaveLength(1);
});

test('nothing of it goes to other countries', async () => {
	const { asked } = await sendByPlivo({ options: INDIA, ownTexts: ownText({ dltTemplateId: TEMPLATE }) as never, sender: '+14155550100' }, shopifyOrder(1));
	expect(asked).toHaveLength(1);
	expect(asked[0]).not.toHaveProperty('dlt_entity_id');
});

test.each<[string, INodeParameters]>([
	['a built-in text', {}],
	['an own text without a template', { ownTexts: ownText() as never }],
	['a template of another number of digits', { ownTexts: ownText({ dltTemplateId: '12' }) as never }],
])('%s is not sent to India once there is an entity', async (_what, parameters) => {
	const { asked, outputs } = await sendByPlivo({ options: INDIA, ...parameters }, indian());
	expect(asked).toEqual([]);
	expect(outputs[2]).toMatchObject([{ reasonCode: 'dlt', reason: expect.stringContaining('template id') }]);
});
