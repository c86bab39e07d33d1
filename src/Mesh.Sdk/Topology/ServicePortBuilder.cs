namespace Mesh.Sdk.Topology;

/// <summary>Declares a port of a service.</summary>
public sealed class ServicePortBuilder
{
    private MeshServicePort _port;

    internal ServicePortBuilder(int number) => _port = new() { Name = "", Number = number };

    /// <summary>Sets the name; by default the protocol, and the number after it where that name is taken.</summary>
    public ServicePortBuilder WithName(string name)
    {
        Require.Text(name);
        _port = _port with { Name = name };
        return this;
    }

    /// <summary>Sets what is spoken; HTTP by default.</summary>
    public ServicePortBuilder WithProtocol(AppProtocol protocol)
    {
        _port = _port with { Protocol = protocol };
        return this;
    }

    /// <summary>Sets the port of the workload, where it differs.</summary>
    public ServicePortBuilder WithTargetPort(int number)
    {
        _port = _port with { TargetPort = number };
        return this;
    }

    internal MeshServicePort Build() => _port;
}
