// UPS: Track Alert (push), {trackingNumber, activityStatus: {type, code, …}, …}, and the Tracking API,
// {trackResponse: {shipment: [{package: [{trackingNumber, currentStatus, …}]}]}}.
// https://developer.ups.com/tag/UPS-Track-Alert  https://developer.ups.com/tag/Tracking

import { type OrderEvent } from '../domain/order-event';
import { at, countryOf, field, type Fields, has, idOf, isFields, listOf, textOf } from './read';
import { carrierEvent, readingOf } from './protocols/parcel-carrier';
import { meaningOfActivity, meaningOfStatus } from './protocols/ups-codes';
import { type Source } from './source';

const isAlert = (payload: Fields) =>
	has(payload, 'trackingNumber', 'activityStatus') && isFields(payload.activityStatus) && has(payload.activityStatus, 'type');

const isPackage = (value: unknown): value is Fields =>
	isFields(value) && has(value, 'trackingNumber', 'currentStatus') && isFields(value.currentStatus);

/** The packages of an answer, or of one of its shipments; or one by itself. */
function packagesIn(payload: Fields): Fields[] {
	if (isPackage(payload)) return [payload];
	const shipments = has(payload, 'trackResponse') ? listOf(at(payload, 'trackResponse', 'shipment')) : [payload];
	return shipments.flatMap((shipment) => listOf(field(shipment, 'package'))).filter(isPackage);
}

export const ups: Source = {
	id: 'ups',
	name: 'UPS',
	detect: (payload) => (isAlert(payload) || packagesIn(payload).length > 0 ? 0.9 : 0),
	parse: (payload) => (isAlert(payload) ? [parseAlert(payload)] : packagesIn(payload).map(parsePackage)),
};

function parseAlert(alert: Fields): OrderEvent {
	const [type, code] = [textOf(field(alert.activityStatus, 'type')), textOf(field(alert.activityStatus, 'code'))];
	const meaning = meaningOfActivity(type, code);
	return carrierEvent('ups', 'UPS', {
		...readingOf(
			meaning,
			`activityStatus.type = ${type ?? 'none'}, code = ${code ?? 'none'}`,
			field(alert.activityStatus, 'description'),
		),
		occurredAt: timeIn(alert.gmtActivityDate, alert.gmtActivityTime),
		number: idOf(alert.trackingNumber),
		// it is the day that was scheduled first
		eta: meaning?.stage === 'shipped' || meaning?.stage === 'out_for_delivery' ? dayIn(alert.scheduledDeliveryDate) : undefined,
	});
}

function parsePackage(parcel: Fields): OrderEvent {
	const status = parcel.currentStatus;
	const [type, code, statusCode] = ['type', 'code', 'statusCode'].map((name) => textOf(field(status, name)));
	const destination = listOf(parcel.packageAddress).find((one) => field(one, 'type') === 'DESTINATION');
	const references = [...new Set(listOf(parcel.referenceNumber).map((one) => idOf(field(one, 'number'))))];
	const days = listOf(parcel.deliveryDate);
	const day = (kind: string) => dayIn(field(days.find((one) => field(one, 'type') === kind), 'date'));
	return carrierEvent('ups', 'UPS', {
		...readingOf(
			meaningOfStatus(type, code, statusCode),
			`currentStatus.type = ${type ?? 'none'}, code = ${code ?? 'none'}, statusCode = ${statusCode ?? 'none'}`,
			field(status, 'description'),
		),
		// of several, nothing says which is the order's
		orderNumber: references.length === 1 ? references[0] : undefined,
		country: countryOf(at(destination, 'address', 'countryCode'), at(destination, 'address', 'country')),
		number: idOf(parcel.trackingNumber),
		eta: day('RDD') ?? day('SDD'),
	});
}

/** YYYYMMDD as an ISO day. */
const dayIn = (value: unknown): string | undefined =>
	/^(\d{4})(\d\d)(\d\d)$/.exec(textOf(value) ?? '')?.slice(1).join('-');

/** YYYYMMDD and HHMMSS, both of Greenwich. */
function timeIn(date: unknown, time: unknown): number | undefined {
	const clock = /^(\d\d)(\d\d)(\d\d)$/.exec(textOf(time) ?? '')?.slice(1).join(':');
	const moment = Date.parse(`${dayIn(date)}T${clock}Z`);
	return Number.isNaN(moment) ? undefined : moment;
}
