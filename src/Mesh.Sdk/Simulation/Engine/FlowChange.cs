namespace Mesh.Sdk.Simulation.Engine;

/// <summary>What has changed in a flow since it was recorded.</summary>
[Flags]
internal enum FlowChange
{
    None = 0,

    /// <summary>The rate alone: all shares stay.</summary>
    Rate = 1,

    /// <summary>Who gets the requests, which the outcome does not know yet.</summary>
    Shares = 2,

    /// <summary>What becomes of the requests.</summary>
    Outcome = 4,
}
