import { onfleet } from '../../lib/sources/onfleet';
import { changed } from './changed';
import { describeSource } from './contract';

describeSource(onfleet);

/** https://docs.onfleet.com/reference/webhooks */
test.each([
	[0, 'out_for_delivery'],
	[1, 'out_for_delivery'],
	[2, 'out_for_delivery'],
	[3, 'delivered'],
	[4, 'failed_attempt'],
	[5, null],
	[6, null],
	[7, null],
	[8, null],
	[9, null],
	[10, null],
	[12, 'delayed'],
	[17, null],
	['3', 'delivered'],
])('the trigger %p is %p', (triggerId, stage) => {
	expect(changed('onfleet', 'task-completed', { triggerId }).stage).toBe(stage);
});

test('a task that is completed without success is a failed attempt', () => {
	const changes = { 'data.task.completionDetails.success': false };
	expect(changed('onfleet', 'task-completed', changes).stage).toBe('failed_attempt');
});

test('what the driver noted, or where they go, is no reason and no country', () => {
	const event = changed('onfleet', 'task-failed', { 'data.task.completionDetails.failureReason': 'NONE' });
	expect([event.reason, event.country]).toEqual([undefined, undefined]);
});

test('of several recipients only those are texted who may be', () => {
	const recipients = [
		{ name: 'Ann Example', phone: '+12125550123', skipSMSNotifications: true },
		{ name: 'Ben Example', phone: '+12125550124' },
	];
	const { phones } = changed('onfleet', 'task-started', { 'data.task.recipients': recipients });
	expect(phones.map(({ raw }) => raw)).toEqual(['+12125550124']);
});

test.each([
	[1795252320000, '2026-11-21T09:12:00.000Z'],
	[0, undefined],
	[1e300, undefined],
	['soon', undefined],
])('the eta %p is %p', (eta, iso) => {
	expect(changed('onfleet', 'task-started', { 'data.task.eta': eta }).eta).toBe(iso);
});
