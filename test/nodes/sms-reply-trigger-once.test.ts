// A text starts one execution, whatever the carrier, n8n and the disk do.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { forwardClock } from '../support/clock';
import { SIGNING_CARRIER_IDS } from '../support/signed-webhooks';
import { type Trigger, type TriggerOptions, until, useTriggersOnSandbox } from '../support/trigger-on-sandbox';

const shop = useTriggersOnSandbox();
const HI = { id: 'SM1', text: 'Hi' };

describe.each(SIGNING_CARRIER_IDS)('a text through %s', (id) => {
	const host = (options?: TriggerOptions) => shop.host('smsReplyTrigger', id, options);
	const idsOf = (trigger: Trigger) => trigger.itemsAt(0).map(({ messageId }) => messageId);

	test('that is handed over again and again is one item', async () => {
		const trigger = await host();
		await trigger.hear(HI);
		await trigger.confirmed();
		for (let tries = 0; tries < 3; tries++) expect(await trigger.hear(HI)).toMatchObject({ status: 200 });
		forwardClock(23 * 60 * 60 * 1000);
		expect(await trigger.hear(HI)).toMatchObject({ status: 200 });
		expect(trigger.executions).toHaveLength(1);
	});

	test('that is handed over 50 times at once is one item', async () => {
		const trigger = await host();
		const answers = await Promise.all(Array.from({ length: 50 }, () => trigger.hear(HI)));
		expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
		await until(() => trigger.executions.length > 0);
		expect(idsOf(trigger)).toEqual(['SM1']);
	});

	test('is one item after n8n was started anew', async () => {
		const first = await host();
		await first.hear(HI);
		await first.confirmed();
		await shop.closeLedgers();
		const second = await host();
		expect(await second.hear(HI)).toMatchObject({ status: 200 });
		expect(second.executions).toEqual([]);
	});

	test('of which n8n could make no execution comes again half a minute later, and then never', async () => {
		let isDown = true;
		const trigger = await host({
			beforeExecution: async () => {
				if (isDown) throw new Error('The database is locked');
			},
			parameters: { automaticAnswers: ['help'] },
		});
		const help = { id: 'SM1', text: 'HELP' };
		expect(await trigger.hear(help)).toMatchObject({ status: 500 });
		isDown = false;
		expect(await trigger.hear(help)).toMatchObject({ status: 200 }); // perhaps n8n is still at it
		expect(trigger.executions).toEqual([]);
		forwardClock(31_000);
		expect(await trigger.hear(help)).toMatchObject({ status: 200 });
		expect(trigger.itemsAt(5)).toMatchObject([{ messageId: 'SM1', automaticAnswer: { status: 'sent earlier' } }]);
		await trigger.confirmed();
		forwardClock(60_000);
		await trigger.hear(help);
		expect(trigger.executions).toHaveLength(1);
		expect(shop.sandbox.messages().filter(({ direction }) => direction === 'outbound')).toHaveLength(1);
	});

	test('that no workflow got goes along with the next one', async () => {
		const trigger = await host({
			shop: { shopKey: `overdue at ${id}` }, // looked for at most every half minute, and for each shop
			beforeExecution: async () => {
				if (trigger.executions.length === 0 && isDown) throw new Error('killed');
			},
		});
		let isDown = true;
		await trigger.hear({ id: 'SM1', text: 'Is the blue one in stock?' });
		isDown = false;
		forwardClock(61_000);
		await trigger.hear({ id: 'SM2', text: 'Hello?' });
		expect(trigger.executions).toHaveLength(1);
		expect(trigger.itemsAt(0)).toMatchObject([
			{ messageId: 'SM2', text: 'Hello?' },
			{ messageId: 'SM1', text: 'Is the blue one in stock?' },
		]);
		await trigger.confirmed();
		forwardClock(61_000);
		await trigger.hear({ id: 'SM3', text: 'Anybody?' });
		expect(idsOf(trigger)).toEqual(['SM2', 'SM1', 'SM3']);
	});

	test('for whose execution the carrier did not wait is one item all the same', async () => {
		const trigger = await host({
			shop: { shopKey: `impatient ${id}` },
			beforeExecution: () => sleep(200),
		});
		const call = (messageId: string) =>
			trigger.carrier.sign(trigger.urls.production, trigger.carrier.reply({ id: messageId, text: 'Hi' }));
		await expect(trigger.call(call('SM1'), 100)).rejects.toThrow('hung up');
		await until(() => trigger.executions.length === 1);
		await trigger.confirmed();
		forwardClock(61_000);
		await trigger.call(call('SM1'));
		await trigger.call(call('SM2'));
		expect(idsOf(trigger)).toEqual(['SM1', 'SM2']);
	});

	test('whose ledger cannot be opened answers 500, so that the carrier tries again', async () => {
		const ledgerPath = join(shop.folder, 'a-folder');
		mkdirSync(ledgerPath);
		const trigger = await host({ shop: { ledgerPath } });
		expect(await trigger.hear({ id: 'SM1', text: 'STOP' })).toMatchObject({ status: 500 });
		expect(trigger.executions).toEqual([]);
		rmSync(ledgerPath, { recursive: true });
		expect(await trigger.hear({ id: 'SM1', text: 'STOP' })).toMatchObject({ status: 200 });
		expect(trigger.itemsAt(4)).toMatchObject([{ messageId: 'SM1', kind: 'opt-out' }]);
	});

	test('whose ledger is no database answers 500', async () => {
		const ledgerPath = join(shop.folder, 'notes.txt');
		writeFileSync(ledgerPath, 'Milk, bread, and a great many other things that make no database at all.\n'.repeat(20));
		const trigger = await host({ shop: { ledgerPath } });
		expect(await trigger.hear(HI)).toMatchObject({ status: 500 });
		expect(trigger.executions).toEqual([]);
	});

	test('whose settings are wrong answers 500, and has had no effect', async () => {
		const trigger = await host({ shop: { timeZone: 'Mars/Olympus' } });
		expect(await trigger.hear({ id: 'SM1', text: 'STOP' })).toMatchObject({ status: 500 });
		expect(trigger.errors).toHaveLength(1);
		expect(shop.rows('replies')).toEqual([]);
	});
});

describe('a burst', () => {
	test('is answered before most of its executions are made, and each text is one item', async () => {
		let [made, lastTurn] = [0, Promise.resolve()];
		const trigger = await shop.host('smsReplyTrigger', 'telnyx', {
			parameters: { automaticAnswers: [] },
			beforeExecution() {
				made++;
				return (lastTurn = lastTurn.then(() => sleep(50))); // n8n makes one after the other
			},
		});
		const texts = Array.from({ length: 60 }, (_each, index) => ({
			id: `SM${index}`,
			from: `+1415555${2000 + index}`,
			text: 'Hi',
		}));
		const answers = await Promise.all(texts.map((text) => trigger.hear(text)));
		expect(made).toBeLessThan(30); // all that are made while it is calm, at the beginning and at the end
		expect(answers.map(({ status, body }) => [status, body])).toEqual(texts.map(() => [200, '']));
		await until(() => trigger.itemsAt(0).length === 60);
		expect(trigger.executions.length).toBeLessThan(40); // those of a burst share one
		expect(new Set(trigger.itemsAt(0).map(({ messageId }) => messageId)).size).toBe(60);
		await trigger.confirmed();
	});

	test('that is over leaves nothing behind: the next text is answered after its execution', async () => {
		const trigger = await shop.host('smsReplyTrigger', 'twilio');
		await Promise.all(Array.from({ length: 30 }, (_each, index) => trigger.hear({ id: `SM${index}`, text: 'Hi' })));
		await until(() => trigger.itemsAt(0).length === 30);
		const before = trigger.executions.length;
		await trigger.hear({ id: 'SM-next', text: 'Hi' });
		expect(trigger.executions).toHaveLength(before + 1); // it is there when the answer is
	});
});
