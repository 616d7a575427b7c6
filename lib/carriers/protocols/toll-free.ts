import { type CarrierReply } from '../carrier';
import { meaningOf } from './reading';

const TOLL_FREE = /^\+?18(00|33|44|55|66|77|88)\d{7}$/;

const HANDLED: Readonly<Record<string, CarrierReply['handledByCarrier']>> = {
	STOP: 'opt-out',
	START: 'opt-in',
	UNSTOP: 'opt-in',
};

/** What the network of North American toll-free numbers has done with a text: it acts on these words, and answers them itself. */
export const handledByTollFree = (to: string, text: string): CarrierReply['handledByCarrier'] =>
	TOLL_FREE.test(to) ? meaningOf(HANDLED, text.trim().toUpperCase()) : undefined;
