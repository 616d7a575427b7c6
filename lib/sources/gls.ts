// GLS Group, Track And Trace V1: {parcels: [{requested, unitno, status, statusDateTime, events}]}; each parcel is read by itself.
// https://dev-portal.gls-group.net/docs/track-and-trace-v1

import { entryOf, has, idOf, textOf, timeOf } from './read';
import { carrierEvent, type Meaning, readingOf } from './protocols/parcel-carrier';
import { type Source } from './source';

/** `ParcelDTO.status` */
const STATUS: Readonly<Record<string, Meaning>> = {
	PLANNEDPICKUP: { stage: 'label_created' },
	INPICKUP: { stage: 'label_created' },
	PREADVICE: { stage: 'label_created' },
	// GLS was at the shop in vain
	NOTPICKEDUP: { stage: null },
	INTRANSIT: { stage: 'shipped' },
	INWAREHOUSE: { stage: 'shipped' },
	INDELIVERY: { stage: 'out_for_delivery' },
	// in a parcel shop, where the customer collects it
	DELIVEREDPS: { stage: 'ready_for_pickup' },
	DELIVERED: { stage: 'delivered' },
	NOTDELIVERED: { stage: 'failed_attempt' },
	CANCELED: { stage: 'cancelled' },
	// the history was closed
	FINAL: { stage: null },
};

export const gls: Source = {
	id: 'gls',
	name: 'GLS',
	detect: (payload) => (has(payload, 'unitno', 'status') ? 0.9 : 0),
	parse(parcel) {
		const status = textOf(parcel.status);
		return [
			carrierEvent('gls', 'GLS', {
				...readingOf(entryOf(STATUS, status), `status = ${status ?? 'none'}`),
				occurredAt: timeOf(parcel.statusDateTime),
				number: idOf(parcel.unitno) ?? idOf(parcel.requested),
			}),
		];
	},
};
