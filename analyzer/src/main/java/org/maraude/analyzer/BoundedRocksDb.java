package org.maraude.analyzer;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One bound for the memory of all the analyzer's stores together: their number grows with the
 * partitions. Made by Kafka Streams, by reflection.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {

  private static final long MEMORY = 48L * 1024 * 1024;
  private static final long WRITING = 16L * 1024 * 1024;
  private static final long ONE_BUFFER = 1024L * 1024;

  /** Made when the first store is opened, after the native library is loaded. */
  private static final class Shared {
    static {
      RocksDB.loadLibrary();
    }

    static final Cache BLOCKS = new LRUCache(MEMORY);
    static final WriteBufferManager BUFFERS = new WriteBufferManager(WRITING, BLOCKS);
  }

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    if (options.tableFormatConfig() instanceof BlockBasedTableConfig table) {
      table.setBlockCache(Shared.BLOCKS);
      table.setCacheIndexAndFilterBlocks(true);
      options.setTableFormatConfig(table);
    }
    options.setWriteBufferManager(Shared.BUFFERS);
    options.setWriteBufferSize(ONE_BUFFER);
    options.setMaxWriteBufferNumber(2);
  }

  @Override
  public void close(String storeName, Options options) {
    // Cache and buffers are shared by the stores that are still open.
  }
}
