using FsCheck;

namespace Mesh.Sdk.Tests;

/// <summary>
/// How laws are checked: with a fixed seed, so that a run says the same tomorrow. MESH_EXPLORE=n looks at n times as many
/// cases, from a new seed.
/// </summary>
internal static class Laws
{
    private static readonly int? Explore = int.TryParse(Environment.GetEnvironmentVariable("MESH_EXPLORE"), out int times) ? times : null;

    /// <summary>Checks a law over some cases and throws with the smallest case that breaks it.</summary>
    public static void Holds(this Property law, int cases = 300) => law.Check(Settings(cases));

    private static Config Settings(int cases) => Explore is { } times
        ? Config.QuickThrowOnFailure.WithMaxTest(cases * times)
        : Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(Replay);

    private static readonly Replay Replay = new(new Rnd(20261122, 1009), Microsoft.FSharp.Core.FSharpOption<int>.None);
}
