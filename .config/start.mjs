// `npm start`: makes what is missing, then serves, in this one process so that signals reach it.
await import('./prepare.mjs');
await import('../dist/main.js');
