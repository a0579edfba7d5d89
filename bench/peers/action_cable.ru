# Sends what PostgreSQL notifies to the subscribers of one Action Cable stream. Run by Puma.
require 'logger'
require 'active_record'
require 'action_cable'

ActiveRecord::Base.establish_connection(ENV.fetch('DATABASE_URL'))

module ApplicationCable
  class Connection < ActionCable::Connection::Base; end
end

class BenchChannel < ActionCable::Channel::Base
  def subscribed
    stream_from 'bench_cable'
  end
end

ActionCable.server.config.tap do |config|
  config.cable = { 'adapter' => 'postgresql' }
  config.connection_class = -> { ApplicationCable::Connection }
  config.disable_request_forgery_protection = true
  config.logger = Logger.new($stderr, level: Logger::WARN)
end

run ActionCable.server
