// What the tests of campaigns do again and again: people agree, a campaign is run, the outbox is asked to send.

import { runWorkflow } from '../../demo/n8n-api';
import { ALWAYS } from './campaign-people';
import { ABOUT_RUNNING, type Item, nodeRunner, type NodeRun, runOf } from './run-node';
import { type TestShop } from './shop';

/** A speed at which no test waits for its turn. */
export const AT_ANY_HOUR = { options: { ...ALWAYS, messagesPerSecond: 100 } };

/** How many items came out of each output. */
export const counts = ({ outputs }: NodeRun): number[] => outputs.map((items) => items.length);

export function campaignSteps(shop: TestShop<'send-what-was-scheduled'>) {
	const run = nodeRunner(shop);
	const campaign = async (operation: string, campaignName: string, parameters: Item = {}, phones: string[] = ['']) => {
		const resource = ABOUT_RUNNING.includes(operation) ? 'running' : 'campaign';
		const node = { type: 'smsCampaign', parameters: { resource, operation, campaignName, ...parameters } };
		return await run(
			node,
			phones.map((phone) => ({ phone })),
		);
	};
	return {
		run,
		/** Any operation of SMS Campaign, for people of these numbers. */
		campaign,
		/** An announcement through Twilio to people who may be texted at any hour. */
		announce: async (campaignName: string, phones: string[], parameters: Item = {}) =>
			await campaign(
				'sendAnnouncement',
				campaignName,
				{ text: 'Our sale is on', ...AT_ANY_HOUR, ...parameters },
				phones,
			),
		/** They have agreed to offers. */
		async consent(...phones: string[]): Promise<void> {
			const parameters = {
				resource: 'consent',
				operation: 'recordConsent',
				phone: '={{ $json.phone }}',
				agreed: 'yes',
				givenAt: '',
				wording: 'Text me offers from Acme Store, up to 4 a month. Reply STOP to end.',
			};
			const { error } = await run(
				{ type: 'smsOptIn', parameters },
				phones.map((phone) => ({ phone })),
			);
			if (error) throw new Error(error);
		},
		/** Saves contacts. */
		save: async (...people: Item[]) => await run({ type: 'smsContact', parameters: { operation: 'save' } }, people),
		/** Has the sample send what is due, as by a click on "Execute workflow". */
		runOutbox: async (): Promise<NodeRun> => {
			const { id } = shop.workflows['send-what-was-scheduled'];
			return runOf(await runWorkflow(shop.n8n, id, 'SMS Outbox Trigger'), 'SMS Outbox Trigger');
		},
		/** What has come to a phone. */
		texts: (phone: string): string[] => shop.sandbox.messages(phone).map(({ text }) => text),
	};
}
