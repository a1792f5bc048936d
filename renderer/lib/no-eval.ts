/** zod compiles its schemas with `new Function` where it may. It may not here: must be imported before any schema. */
import { config } from 'zod';

config({ jitless: true });
