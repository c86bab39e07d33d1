namespace Mesh.Sdk.Live;

/// <summary>How far reading is.</summary>
/// <param name="Ranges">Ranges of time that are read.</param>
/// <param name="AllRanges">Ranges to read in all.</param>
/// <param name="Series">Series read so far; a series counts once in each range.</param>
public sealed record PrometheusProgress(int Ranges, int AllRanges, long Series);
