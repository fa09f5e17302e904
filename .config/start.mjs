// `npm start`: makes what is missing, then serves, in this one process so that signals reach it.
await import('./prepare.mjs');
// graphql-js checks in every other environment what cannot be wrong here.
process.env.NODE_ENV ??= 'production';
await import('../dist/main.js');
