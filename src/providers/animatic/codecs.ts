import { registerMediabunnyServer } from '@mediabunny/server';

// For whoever imports this, once for each thread. Software only: probing for devices is slow, noisy, and would give
// other frames on other machines.
registerMediabunnyServer({ hardwareContext: null });
