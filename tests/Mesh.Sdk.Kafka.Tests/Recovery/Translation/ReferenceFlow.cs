using Mesh.Sdk.Kafka.Records;
using Mesh.Sdk.Kafka.Recovery;
using Mesh.Sdk.Kafka.Recovery.Translation;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Tests.Recovery.Translation;

/// <summary>
/// Both logs of one partition with everything in them, and a mirror between them that emits syncs as Kafka's does. A script of bytes says
/// what happens: the low half of each what, the high half how much.
/// </summary>
internal sealed class ReferenceFlow
{
    public static readonly TopicPartition Partition = new("orders", 0);

    private readonly long _lag;
    private readonly bool _sendsAtOnce;
    private readonly List<(int Generation, long Upstream, long Downstream)> _copies = [];
    private readonly List<OffsetSync> _syncs = [];
    private readonly List<long> _source = [];
    private OffsetSyncQueue _queue;
    private long _nextUpstream;
    private int _generation;
    private int _copied;
    private int _flushed;
    private int _compacted;

    private ReferenceFlow(long lag, bool sendsAtOnce) => (_lag, _sendsAtOnce, _queue) = (lag, sendsAtOnce, new(lag));

    /// <summary>Gets the offsets of the source, of records that are there.</summary>
    public IReadOnlyList<long> Source => _source;

    public IReadOnlyList<OffsetSync> Syncs => _syncs;

    public long SourceEnd => _nextUpstream;

    public long TargetEnd { get; private set; }

    /// <summary>Gets the copies of what is on the source now.</summary>
    public IEnumerable<(long Upstream, long Downstream)> Copies =>
        _copies.Where(c => c.Generation == _generation).Select(c => (c.Upstream, c.Downstream));

    public static ReferenceFlow Run(byte[] script, byte lag, bool sendsAtOnce = false)
    {
        ReferenceFlow flow = new(lag % 12, sendsAtOnce);
        foreach (byte step in script)
        {
            flow.Do(step & 0x0F, 1 + (step >> 4));
        }

        return flow;
    }

    /// <summary>Returns the syncs as a reader finds them: some of the older ones are compacted away.</summary>
    public OffsetSyncHistory History()
    {
        OffsetSyncHistory history = new();
        foreach (OffsetSync sync in _syncs.Take(_compacted).TakeLast(1).Concat(_syncs.Skip(_compacted)))
        {
            history.Add(sync);
        }

        return history;
    }

    private void Do(int step, int amount)
    {
        switch (step)
        {
            case 8: // a transaction's marker, or records that were compacted away
                _nextUpstream += amount;
                break;
            case 9: // the same on the target, or records of another writer
                TargetEnd += amount;
                break;
            case 10: // the task commits: delayed syncs are sent and its position is stored
                _queue.Promote();
                Send();
                _flushed = _copied;
                break;
            case 11: // a task that dies: delayed and pending syncs are lost, and records are copied again
                (_queue, _copied) = (new(_lag), _flushed);
                break;
            case 12:
                Send();
                break;
            case 13: // a retry of the producer: the record is there twice
                Copy(Math.Min(1, amount), times: 2);
                break;
            case 14: // the topic of syncs is compacted up to here
                _compacted = _syncs.Count;
                break;
            case 15: // the topic of the source is deleted and created again; its first sync arrives
                _source.Clear();
                (_generation, _nextUpstream, _copied, _flushed) = (_generation + 1, 0, 0, 0);
                Copy(1, times: 1);
                Send();
                break;
            default:
                Copy(amount, times: 1);
                break;
        }
    }

    private void Copy(int amount, int times)
    {
        for (int i = 0; i < amount; i++)
        {
            _source.Add(_nextUpstream++);
        }

        for (; _copied < _source.Count; _copied++)
        {
            for (int i = 0; i < times; i++)
            {
                _copies.Add((_generation, _source[_copied], TargetEnd++));
            }

            _queue.Add(new(Partition.Topic, Partition.Partition, _source[_copied], TargetEnd - 1));
            if (_sendsAtOnce)
            {
                Send();
            }
        }
    }

    private void Send() => _syncs.AddRange(_queue.Drain());
}
