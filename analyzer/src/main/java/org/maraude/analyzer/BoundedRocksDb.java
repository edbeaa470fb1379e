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

  // Most lookups of the links are of what is not there: as long as the filters of all files fit,
  // they
  // ask no file. Of a million ads filters and indexes take some 100 MB; with less, an ad cost four
  // times as much at 200,000 ads as at 50,000.
  private static final long MEMORY = 256L * 1024 * 1024;
  private static final long WRITING = 64L * 1024 * 1024;
  private static final long ONE_BUFFER = 16L * 1024 * 1024;
  private static final double FOR_FILTERS = 0.5;

  /** Made when the first store is opened, after the native library is loaded. */
  private static final class Shared {
    static {
      RocksDB.loadLibrary();
    }

    static final Cache BLOCKS = new LRUCache(MEMORY, -1, false, FOR_FILTERS);
    static final WriteBufferManager BUFFERS = new WriteBufferManager(WRITING, BLOCKS);
  }

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    if (options.tableFormatConfig() instanceof BlockBasedTableConfig table) {
      table.setBlockCache(Shared.BLOCKS);
      table.setCacheIndexAndFilterBlocks(true);
      table.setCacheIndexAndFilterBlocksWithHighPriority(true);
      table.setPinL0FilterAndIndexBlocksInCache(true);
      options.setTableFormatConfig(table);
    }
    options.setWriteBufferManager(Shared.BUFFERS);
    options.setWriteBufferSize(ONE_BUFFER);
    options.setMaxWriteBufferNumber(3);
  }

  @Override
  public void close(String storeName, Options options) {
    // Cache and buffers are shared by the stores that are still open.
  }
}
