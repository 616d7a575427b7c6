import { change } from './change.operation';

export const execute = change('cancelled');
