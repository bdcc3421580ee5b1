/** A policy for trusted types, where the browser has them: the worker's address is the only script address made here. */
export function workerAddress(): string {
  const address = `${import.meta.env.BASE_URL.replace(/\/?$/, '/')}sw.js`;
  const { trustedTypes } = window as {
    trustedTypes?: {
      createPolicy(name: string, rules: object): { createScriptURL(address: string): string };
    };
  };
  return (
    trustedTypes
      ?.createPolicy('dastak-worker', { createScriptURL: () => address })
      .createScriptURL('') ?? address
  );
}
