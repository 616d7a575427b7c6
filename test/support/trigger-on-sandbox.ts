// Our triggers inside n8n's engine, with the sandbox as their carrier and a ledger of its own for each test.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type IDataObject, type INodeParameters } from 'n8n-workflow';
import { closeLedgers } from '../../nodes/shared/open-ledger';
import { type NodeRun } from './n8n';
import { type ShopOnSandbox, useShopOnSandbox } from './shop-on-sandbox';
import {
	type ReceiptFields,
	type ReplyFields,
	SIGNING_CARRIERS,
	type SigningCarrier,
	type SigningCarrierId,
} from './signed-webhooks';
import { type HostOptions, hostTrigger, type HttpAnswer, type TriggerName, type WebhookHost } from './webhook-host';

export interface Trigger extends WebhookHost {
	readonly carrier: SigningCarrier;
	/** Both may be changed, as in the editor. */
	readonly parameters: INodeParameters;
	readonly credentials: Record<string, IDataObject>;
	/** A customer's text arrives at the URL that is published, or at another. */
	hear(fields: ReplyFields, url?: string): Promise<HttpAnswer>;
	/** The carrier reports. */
	report(fields: ReceiptFields, url?: string): Promise<HttpAnswer>;
	/** Resolves when no text waits to be confirmed any more. */
	confirmed(): Promise<void>;
	/** The items of all executions at one output. */
	itemsAt(output: number): IDataObject[];
}

export interface TriggerOptions extends Partial<Omit<HostOptions, 'type' | 'credentials'>> {
	/** Of the carrier's credential. */
	readonly account?: IDataObject;
	readonly shop?: IDataObject;
}

export interface TriggersOnSandbox extends ShopOnSandbox {
	host(type: TriggerName, carrier: SigningCarrierId, options?: TriggerOptions): Promise<Trigger>;
	/** Order Status SMS, with the account of this carrier and the shop of the triggers. */
	order(
		carrier: SigningCarrierId,
		items: IDataObject[],
		parameters?: INodeParameters,
		shop?: IDataObject,
	): Promise<NodeRun>;
	/** As when n8n ends: the next webhook opens its ledger anew. */
	closeLedgers(): Promise<void>;
	/** Rows of a table of the ledger; none before there is one. */
	rows(table: string): Array<Record<string, unknown>>;
	/** Every row of every table. */
	dump(): unknown;
}

/** Sets up before, and takes down after, every test of the file that calls it. */
export function useTriggersOnSandbox(): TriggersOnSandbox {
	const hosts: WebhookHost[] = [];
	// before the shop is taken down: no webhook may still want its ledger
	afterEach(async () => {
		for (const host of hosts.splice(0)) await host.stop();
		shop.sandbox.reset({ account: true });
	});
	const shop = useShopOnSandbox();
	const ledgerPath = () => join(shop.folder, '.n8n', 'commerce-sms', 'ledger.sqlite');
	const read = <T>(use: (database: DatabaseSync) => T, without: T): T => {
		if (!existsSync(ledgerPath())) return without;
		const database = new DatabaseSync(ledgerPath());
		try {
			return use(database);
		} finally {
			database.close();
		}
	};
	const rowsIn = (database: DatabaseSync, table: string) =>
		database
			.prepare(`select * from ${table}`)
			.all()
			.map((row) => ({ ...row }));
	const credentialsFor = (carrier: SigningCarrier, account?: IDataObject, shopFields?: IDataObject) => ({
		[carrier.credential]: { ...carrier.fieldsOf(shop.sandbox), ...account },
		commerceSmsShopApi: {
			brand: 'Acme',
			supportPhone: '+1 415 555 0190',
			ledgerPath: ledgerPath(),
			...shopFields,
		},
	});
	const rows = (table: string) => read((database) => rowsIn(database, table), []);
	return Object.assign(shop, {
		rows,
		closeLedgers,
		async host(type: TriggerName, carrierId: SigningCarrierId, options: TriggerOptions = {}): Promise<Trigger> {
			const { account, shop: shopFields, ...more } = options;
			const carrier = SIGNING_CARRIERS[carrierId];
			const parameters: INodeParameters = { carrier: carrierId, ...options.parameters };
			const credentials: Record<string, IDataObject> = credentialsFor(carrier, account, shopFields);
			const host = await hostTrigger({ ...more, type, parameters, credentials });
			hosts.push(host);
			return {
				...host,
				carrier,
				parameters,
				credentials,
				hear: (fields, url = host.urls.production) => host.call(carrier.sign(url, carrier.reply(fields))),
				report: (fields, url = host.urls.production) => host.call(carrier.sign(url, carrier.receipt(fields))),
				confirmed: () => until(() => rows('replies').every(({ handed_over }) => handed_over === 1)),
				itemsAt: (output) => host.executions.flatMap((execution) => (execution[output] ?? []).map(({ json }) => json)),
			};
		},
		order: (carrierId: SigningCarrierId, items: IDataObject[], parameters?: INodeParameters, fields?: IDataObject) =>
			shop.run({
				items,
				parameters: { carrier: carrierId, ...parameters },
				credentials: credentialsFor(SIGNING_CARRIERS[carrierId], undefined, fields),
			}),
		dump: () =>
			read<unknown>((database) => {
				const tables = database.prepare(`select name from sqlite_master where type = 'table' order by name`).all();
				return Object.fromEntries(tables.map(({ name }) => [name, rowsIn(database, String(name))]));
			}, {}),
	});
}

/** Resolves when something has become true; after four seconds it is not going to. */
export async function until(isTrue: () => boolean): Promise<void> {
	for (let tries = 0; tries < 400; tries++) {
		if (isTrue()) return;
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
	throw new Error(`It has not come true: ${isTrue.toString()}`);
}
