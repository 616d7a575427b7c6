// Writes the tables of lib/domain/law that come from libraries: zones and states by phone prefix, public holidays. To be run
// when one of the two libraries has a new version; test/domain/law/reference-data.test.ts fails until it was.
//
//     npx tsx scripts/reference-data.ts

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holidayTable } from './reference-data/holidays';
import { stateTable, zoneTable } from './reference-data/zones';

const LAW = join(__dirname, '../lib/domain/law');

writeFileSync(join(LAW, 'zone-table.ts'), zoneTable());
writeFileSync(join(LAW, 'state-table.ts'), stateTable());
writeFileSync(join(LAW, 'holiday-table.ts'), holidayTable());
