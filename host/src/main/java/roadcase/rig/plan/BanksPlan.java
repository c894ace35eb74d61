package roadcase.rig.plan;

import java.util.List;

/**
 * The same controls with several meanings.
 *
 * @param wraps whether the last is followed by the first
 */
public record BanksPlan(String name, List<BankPlan> banks, boolean wraps, Place place, Origin origin) {
    public BanksPlan {
        banks = List.copyOf(banks);
    }

    /**
     * One bank.
     *
     * @param channel 1..16 for what is sent in this bank, or 0 for the gear's own
     * @param onEnter reactions of this bank, those of every bank first
     */
    public record BankPlan(String name, int channel, List<Reaction> onEnter, Origin origin) {}
}
