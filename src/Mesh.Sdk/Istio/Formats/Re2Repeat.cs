namespace Mesh.Sdk.Istio;

/// <summary>A counted repetition, and how often the innermost of those in it repeats its item in all.</summary>
internal sealed class Re2Repeat(int count, IReadOnlyList<Re2Repeat> inner)
{
    private readonly int _total = count == 0
        ? 1
        : (int)Math.Min(int.MaxValue, (long)count * inner.Select(r => r._total).DefaultIfEmpty(1).Max());

    public bool IsAtMost(int limit) => _total <= limit;
}
