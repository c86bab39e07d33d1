namespace Mesh.Sdk.Kafka.Recovery.Translation;

/// <summary>
/// The syncs of one partition in little memory: the last 64 of them, every second of those before, every fourth of those before, and so on,
/// up to the first one, which stays. A sync that is n syncs old has a kept one at most n/63 syncs before it.
/// </summary>
internal sealed class OffsetLadder
{
    private readonly List<Step> _steps = [];

    public OffsetPair Newest => _steps[0].Pairs[^1];

    public OffsetPair Oldest => _steps[^1].Pairs[0];

    public void Add(OffsetPair pair)
    {
        OffsetPair? passed = pair;
        for (int i = 0; passed is { } next; i++)
        {
            if (i == _steps.Count)
            {
                _steps.Add(new());
            }

            passed = _steps[i].Push(next);
        }
    }

    /// <summary>Returns the last pair that begins at or before an offset; <see langword="null"/> if all begin after it.</summary>
    /// <param name="offset">Offset.</param>
    /// <param name="side">The offset of a pair on the cluster that is meant; it grows from pair to pair.</param>
    public OffsetPair? LastAt(long offset, Func<OffsetPair, long> side)
    {
        Step? step = _steps.Find(s => side(s.Pairs[0]) <= offset);
        return step?.LastAt(offset, side);
    }

    /// <summary>Returns the first pair that begins after an offset; <see langword="null"/> if none does.</summary>
    public OffsetPair? FirstAfter(long offset, Func<OffsetPair, long> side)
    {
        Step? step = _steps.FindLast(s => side(s.Pairs[^1]) > offset);
        return step?.Pairs.Find(pair => side(pair) > offset);
    }

    private sealed class Step
    {
        private const int Length = 64;

        private bool _passes;

        public List<OffsetPair> Pairs { get; } = [];

        public OffsetPair? Push(OffsetPair pair)
        {
            Pairs.Add(pair);
            if (Pairs.Count <= Length)
            {
                return null;
            }

            OffsetPair oldest = Pairs[0];
            Pairs.RemoveAt(0);
            _passes = !_passes;
            return _passes ? oldest : null;
        }

        public OffsetPair LastAt(long offset, Func<OffsetPair, long> side)
        {
            int low = 0;
            int high = Pairs.Count - 1;
            while (low < high)
            {
                int middle = (low + high + 1) / 2;
                (low, high) = side(Pairs[middle]) <= offset ? (middle, high) : (low, middle - 1);
            }

            return Pairs[low];
        }
    }
}
