package dev.heddle.functions.aws.table;

/** One conditional write. */
public sealed interface TableWrite {

  /** The item it changes. */
  TableKey key();

  /** When it may. */
  ItemCondition condition();

  /** Stores a whole item. */
  record Put(TableItem item, ItemCondition condition) implements TableWrite {
    @Override
    public TableKey key() {
      return item.key();
    }
  }

  /** Changes attributes; the update's values are among the condition's. */
  record Change(TableKey key, String update, ItemCondition condition) implements TableWrite {}

  /** Removes the item. */
  record Delete(TableKey key, ItemCondition condition) implements TableWrite {}
}
