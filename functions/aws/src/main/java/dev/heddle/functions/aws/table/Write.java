package dev.heddle.functions.aws.table;

/** One conditional write. */
public sealed interface Write {

  /** The item it changes. */
  Key key();

  /** When it may. */
  Expression condition();

  /** Stores a whole item. */
  record Put(Item item, Expression condition) implements Write {
    @Override
    public Key key() {
      return item.key();
    }
  }

  /** Changes attributes; the update's values are among the condition's. */
  record Change(Key key, String update, Expression condition) implements Write {}

  /** Removes the item. */
  record Delete(Key key, Expression condition) implements Write {}
}
