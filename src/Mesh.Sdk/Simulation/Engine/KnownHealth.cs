namespace Mesh.Sdk.Simulation.Engine;

/// <summary>What the control plane says of a pod.</summary>
internal enum KnownHealth
{
    Absent,
    Ready,
    NotReady,
}
