// Onfleet: webhooks {triggerId, triggerName, taskId, time, data: {task}}, as n8n's own trigger hands them on too.
// https://docs.onfleet.com/reference/webhooks  https://docs.onfleet.com/reference-link/webhook-payload-examples

import { EMPTY_EVENT, type OrderEvent } from '../domain/order-event';
import { type Stage } from '../domain/stages';
import { parcelLookUp } from './protocols/look-up';
import { etaIn, parcelOf, reasonIn } from './protocols/parcels';
import { at, entryOf, field, fieldsOf, firstNameOf, has, listOf, phonesOf, textOf } from './read';
import { type Source } from './source';

/** By triggerId; every other is about planning, or about drivers. https://docs.onfleet.com/reference/webhooks */
const TRIGGER: Readonly<Record<string, Stage | null>> = {
	0: 'out_for_delivery', // taskStarted
	1: 'out_for_delivery', // taskEta: the driver is near
	2: 'out_for_delivery', // taskArrival
	3: 'delivered', // taskCompleted, with success
	4: 'failed_attempt', // taskFailed
	12: 'delayed', // taskDelayed
};

export const onfleet: Source = {
	id: 'onfleet',
	name: 'Onfleet',
	detect: (payload) => (has(payload, 'triggerId', 'triggerName') && (has(payload, 'data') || has(payload, 'taskId')) ? 1 : 0),
	parse(payload, context) {
		const task = fieldsOf(at(payload, 'data', 'task'));
		const trigger = textOf(payload.triggerId);
		const name = textOf(payload.triggerName);
		// at these the driver fetches something
		const isPickup = task.pickupTask === true;
		const hasFailed = trigger === '3' && at(task, 'completionDetails', 'success') === false;
		const stage = isPickup ? null : hasFailed ? 'failed_attempt' : (entryOf(TRIGGER, trigger) ?? null);
		const why = textOf(at(task, 'completionDetails', 'failureReason'));
		return [
			{
				...EMPTY_EVENT,
				source: 'onfleet',
				topic: context.topic ?? name,
				occurredAt: typeof payload.time === 'number' ? payload.time : undefined,
				stage,
				stageEvidence: `triggerId = ${trigger ?? 'none'}${isPickup ? ', pickupTask' : ''}`,
				...customerOf(listOf(task.recipients)),
				trackings: parcelOf(task.shortId, task.trackingURL),
				eta: etaIn(stage, instantOf(task.eta)),
				reason: reasonIn(stage, why === 'NONE' ? undefined : why),
			},
		];
	},
};

/** A recipient for whom Onfleet is told not to text (or who opted out there) is not texted from here either. */
function customerOf(recipients: readonly unknown[]): Pick<OrderEvent, 'firstName' | 'phones' | 'lookup'> {
	const phones = phonesOf(
		recipients
			.filter((recipient) => field(recipient, 'skipSMSNotifications') !== true)
			.map((recipient) => ({
				path: 'recipients.phone',
				raw: field(recipient, 'phone'),
				firstName: firstNameOf(field(recipient, 'name')),
			})),
	);
	const firstName = firstNameOf(field(recipients[0], 'name'));
	if (phones.length > 0) return { firstName, phones };
	if (recipients.length === 0) return { firstName, phones, ...parcelLookUp('Onfleet') };
	return {
		firstName,
		phones,
		lookup: 'Onfleet has no phone number for this recipient, or is told not to text them (skipSMSNotifications).',
	};
}

/** Unix time in milliseconds as ISO 8601. */
const instantOf = (value: unknown): string | undefined =>
	typeof value === 'number' && value > 1e12 && value < 1e13 ? new Date(value).toISOString() : undefined;
