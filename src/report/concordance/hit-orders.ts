// Apart from the sorting itself: the command line lists the names at every start.
export const hitOrders = ["place", "left", "right"] as const;
export type HitOrder = (typeof hitOrders)[number];
