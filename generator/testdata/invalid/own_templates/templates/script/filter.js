export const eigen = 1;
