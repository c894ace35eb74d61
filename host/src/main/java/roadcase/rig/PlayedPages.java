package roadcase.rig;

import roadcase.rig.Cells.BankCell;
import roadcase.rig.plan.PagesPlan;

/** The pages of a device while it plays. */
final class PlayedPages {
    private static final int NOTHING = -1;

    final PagesPlan plan;
    final BankCell cell;
    /** Which one is shown, from 0. */
    int active;
    /** Which one is to be shown once the message that is being played has been played. */
    private int asked = NOTHING;

    PlayedPages(PagesPlan plan, BankCell cell) {
        this.plan = plan;
        this.cell = cell;
        this.active = Math.max(0, index(cell.active));
    }

    /** The page that was shown is, or the first where that one is gone. */
    void settle() {
        active = Math.max(0, index(cell.active));
        cell.active = plan.pages().get(active).name();
    }

    /** Place of a page, or -1. */
    int index(String page) {
        for (int i = 0; i < plan.pages().size(); i++) if (plan.pages().get(i).name().equals(page)) return i;
        return -1;
    }

    void ask(int page) {
        asked = page;
    }

    /** One on or back: stops at the ends, or goes round. */
    void askStep(int by) {
        int from = asked == NOTHING ? active : asked;
        int count = plan.pages().size();
        asked = plan.wraps() ? Math.floorMod(from + by, count) : Math.max(0, Math.min(count - 1, from + by));
    }

    /** @return whether another page is shown now */
    boolean turn() {
        int to = asked;
        asked = NOTHING;
        if (to == NOTHING || to == active) return false;
        active = to;
        cell.active = plan.pages().get(to).name();
        return true;
    }
}
