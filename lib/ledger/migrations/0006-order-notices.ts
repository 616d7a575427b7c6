import { type Statement } from './statement';

/** Once released, never changed: the next change is the next number. */
export const orderNotices: readonly Statement[] = [
	`create table order_notices (
		shop text not null,
		source text not null,
		id text not null,
		at bigint not null,
		handed_over integer not null,
		primary key (shop, source, id)
	)`,
	`create index order_notices_by_age on order_notices (at)`,
];
