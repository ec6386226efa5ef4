import { config } from 'zod';

// The pages' policy forbids making code of strings (script-src 'self'); zod would try, and every try is reported.
config({ jitless: true });
