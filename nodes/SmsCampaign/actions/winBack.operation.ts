import { send } from './send.operation';

export const execute = send('win-back');
